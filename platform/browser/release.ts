/** The release that this page is of; undefined where pages are served as they are being written. */
export const release = document.querySelector<HTMLMetaElement>('meta[name="baton-release"]')?.content
