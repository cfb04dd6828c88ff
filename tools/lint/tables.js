/**
 * Who may change which table: a feature, or `platform`. Every table of database/schema.sql stands here once; a test says so.
 * Any query may read any table that its reader is allowed to see.
 */
export const owns = {
  people: [
    'people',
    'person_deactivations',
    'email_confirmations',
    'passwords',
    'sessions',
    'tokens',
    'imported_addresses',
    'sign_in_codes',
    'passkeys',
    'passkey_challenges',
    'second_factors',
    'recovery_codes',
    'sign_in_refusals',
  ],
  workspace: ['workspaces', 'names', 'invitations', 'invitation_spaces', 'invitation_acceptances'],
  spaces: ['spaces', 'space_archives', 'space_members', 'space_follows'],
  availability: ['calendars', 'rotations', 'rotation_members', 'workspace_rotations', 'shifts', 'swaps', 'swap_settlements'],
  threads: [
    'threads',
    'thread_highlights',
    'thread_outcomes',
    'thread_turns',
    'thread_follows',
    'posts',
    'post_revisions',
    'post_deletions',
    'mentions',
    'read_marks',
    'files',
    'post_files',
    'discarded_files',
    'post_reactions',
    'post_moves',
    'saved_posts',
    'saved_threads',
    'thread_origins',
    'drafts',
  ],
  asks: [
    'asks',
    'ask_settlements',
    'ask_acknowledgements',
    'ask_passes',
    'ask_moves',
    'ask_answer_links',
    'scheduled',
    'incidents',
    'pagings',
    'pages',
    'interruption_answers',
  ],
  inbox: ['inbox_items', 'read_floors'],
  delivery: ['delivery_moments', 'deliveries', 'mails', 'planned_with', 'catch_ups', 'push_devices', 'push_pauses', 'pushes'],
  search: ['search_entries'],
  transfer: ['imports', 'import_stops', 'import_entries'],
  platform: ['events', 'event_origins', 'outbox', 'idempotency_keys', 'attempts', 'counters', 'migrations'],
}

/** Who else may change a table: a number is taken in the one statement that uses it, so whoever numbers things writes its counter. */
export const lent = { counters: ['threads'] }

/** The owner of a table, or null for a table that nobody owns. */
export function ownerOf(table) {
  return Object.keys(owns).find((owner) => owns[owner].includes(table)) ?? null
}
