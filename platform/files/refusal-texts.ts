import { defineTexts } from '#platform/text/define-texts.ts'

export const refusalText = defineTexts('refusals-files', {
  noFile: 'There is no file {path}.',
  fileUnreadable: '{path} cannot be read: {why}.',
  noZip: 'This is not a zip file, or its end is missing.',
  manyFiles: 'The archive holds more than a million files.',
  listUnreadable: "The archive's list of files cannot be read: {why}.",
  wholeTooLarge: 'Unpacked, the archive would be larger than 200 GB.',
  tooDense: 'Unpacked, the archive would be {times} times as large as it is. No export is.',
  notInArchive: 'it is not in the archive',
  notUnpacked: 'it cannot be unpacked: {why}',
  itemTooLarge: 'one of its items is larger than 4 MB',
  noList: 'it is no list',
  cutOff: 'it ends in the middle',
  empty: 'it is empty',
})
