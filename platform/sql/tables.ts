/* Written by tools/generate-tables.ts from the migrated database. */
import type { ColumnType, Generated } from 'kysely'

type Instant = Temporal.Instant
type Json = ColumnType<unknown, string, string>
type NullableJson = ColumnType<unknown, string | null, string | null>

export interface Tables {
  ask_acknowledgements: {
    workspace_id: number
    ask_id: string
    person_id: string
    acknowledged_at: Instant
  }
  ask_answer_links: {
    workspace_id: number
    ask_id: string
    thread_id: string
    post_id: string | null
  }
  ask_moves: {
    workspace_id: number
    ask_id: string
    id: string
    needed_by: Json
    due_before: Instant | null
    due_after: Instant | null
    reason: string | null
    moved_by: string | null
    moved_at: Instant
  }
  ask_passes: {
    workspace_id: number
    ask_id: string
    id: string
    from_id: string | null
    to_id: string | null
    passed_by: string | null
    note: string
    passed_at: Instant
    from_space_id: string | null
    to_space_id: string | null
    offered_to_id: string | null
    followed_rotation_id: string | null
  }
  ask_settlements: {
    workspace_id: number
    ask_id: string
    state: string
    settled_by: string | null
    settled_at: Instant
    post_id: string | null
    reason: string | null
  }
  asks: {
    workspace_id: number
    id: string
    thread_id: string
    post_id: string
    asked_by: string
    asked_of: string | null
    owner_id: string | null
    verb: string
    body: string
    needed_by: NullableJson
    attention: string
    urgent_reason: string | null
    interrupts: Generated<boolean>
    minutes: number | null
    meanwhile: string | null
    state: Generated<string>
    asked_at: Instant
    needed_from: Instant
    respond_within: number
    deliver_at: Instant | null
    delivered_at: Instant | null
    due_at: Instant | null
    first_due_at: Instant | null
    expires_at: Instant
    due_today_at: Instant | null
    tight: boolean
    unreachable: boolean
    outside: boolean
    asked_of_space_id: string | null
    asked_of_rotation_id: string | null
    owner_space_id: string | null
    timed_by: string | null
    assign_at: Instant | null
    cover_id: string | null
    cover_space_id: string | null
    cover_at: Instant | null
    follows_rotation_id: string | null
  }
  attempts: {
    workspace_id: number
    key: string
    window_start: Instant
    count: number
  }
  calendars: {
    workspace_id: number
    person_id: string
    calendar: Json
    hours_set: boolean
    version: number
    changed_at: Instant
  }
  catch_ups: {
    workspace_id: number
    person_id: string
    back_at: Instant
    caught_up_at: Instant
  }
  counters: {
    workspace_id: number
    name: string
    value: Generated<number>
  }
  deliveries: {
    workspace_id: number
    id: string
    person_id: string
    moment: Instant
    kind: string
    from_position: number
    through_position: number
    item_ids: string[]
    made_at: Instant
    away_from: Instant | null
    back_at: Instant | null
    thread_ids: string[] | null
  }
  delivery_moments: {
    workspace_id: number
    person_id: string
    due_at: Instant
    kind: string
  }
  discarded_files: {
    workspace_id: number
    file_id: string
    discarded_at: Instant
  }
  drafts: {
    workspace_id: number
    person_id: string
    key: string
    value: string
    version: string
    written_at: Instant
  }
  email_confirmations: {
    workspace_id: number
    person_id: string
    email: string
    confirmed_at: Instant
  }
  event_origins: {
    workspace_id: number
    event_id: string
    address: string | null
    user_agent: string | null
  }
  events: {
    workspace_id: number
    id: string
    type: string
    actor_id: string | null
    place_id: string | null
    stream_id: string | null
    stream_seq: number | null
    subject: Json
    happened_at: Instant
    position: number | null
  }
  files: {
    workspace_id: number
    id: string
    uploaded_by: string
    name: string
    media_type: string
    size: number
    received: Generated<number>
    created_at: Instant
    finished_at: Instant | null
    kind: Generated<string>
    served_size: Generated<number>
    preview_size: number | null
    width: number | null
    height: number | null
    posted: Generated<boolean>
  }
  idempotency_keys: {
    workspace_id: number
    person_id: string
    key: string
    request_hash: Buffer
    made: string | null
    used_at: Instant
  }
  import_entries: {
    workspace_id: number
    source: string
    external_id: string
    made_id: string
  }
  import_stops: {
    workspace_id: number
    import_id: string
    id: string
    stopped_by: string
    stopped_at: Instant
    resumed_by: string | null
    resumed_at: Instant | null
  }
  imported_addresses: {
    workspace_id: number
    person_id: string
    email: string
  }
  imports: {
    workspace_id: number
    id: string
    kind: string
    place: string
    archive: string
    archive_bytes: number
    state: Generated<string>
    done_bytes: Generated<number>
    total_bytes: Generated<number>
    added: Generated<Json>
    skipped: Generated<Json>
    failure: NullableJson
    made_by: string
    made_at: Instant
    moved_at: Instant | null
    ended_at: Instant | null
  }
  inbox_items: {
    workspace_id: number
    id: string
    person_id: string
    why: string
    event_id: string
    position: number
    attention: string
    from_id: string | null
    thread_id: string | null
    post_id: string | null
    ask_id: string | null
    state: Generated<string>
    snoozed_until: Instant | null
    made_at: Instant
    deliver_at: Instant | null
    delivered_at: Instant | null
    swap_id: string | null
  }
  incidents: {
    workspace_id: number
    thread_id: string
    rotation_id: string
    declared_by: string | null
    declared_at: Instant
  }
  interruption_answers: {
    workspace_id: number
    ask_id: string
    person_id: string
    yes: boolean
    answered_at: Instant
  }
  invitation_acceptances: {
    workspace_id: number
    invitation_id: string
    person_id: string
    accepted_at: Instant
  }
  invitation_spaces: {
    workspace_id: number
    invitation_id: string
    space_id: string
  }
  invitations: {
    workspace_id: number
    id: string
    code_hash: Buffer
    email: string | null
    role: string
    invited_by: string
    created_at: Instant
    expires_at: Instant
  }
  mails: {
    workspace_id: number
    id: string
    person_id: string | null
    address: string
    kind: string
    delivery_id: string | null
    invitation_id: string | null
    state: string
    attempts: Generated<number>
    queued_at: Instant
    next_attempt_at: Instant
    park_after: Instant
    sent_at: Instant | null
    merged_into: string | null
    last_error: string | null
    code_id: string | null
    event_id: string | null
  }
  mentions: {
    workspace_id: number
    post_id: string
    person_id: string
  }
  migrations: {
    name: string
    applied_at: Generated<Instant>
  }
  names: {
    workspace_id: number
    name: string
    kind: string
  }
  outbox: {
    workspace_id: number
    event_id: string
    recorded_at: Instant
    attempts: Generated<number>
    retry_at: Instant | null
    last_error: string | null
  }
  pages: {
    workspace_id: number
    ask_id: string
    id: string
    person_id: string
    paged_at: Instant
  }
  pagings: {
    workspace_id: number
    ask_id: string
    rotation_id: string
    incident_id: string | null
    another_matter: boolean
    started_at: Instant
    until_at: Instant
    next_at: Instant | null
    ended: string | null
    ended_at: Instant | null
  }
  passkey_challenges: {
    workspace_id: number
    challenge: string
    purpose: string
    bound_hash: Buffer
    expires_at: Instant
  }
  passkeys: {
    workspace_id: number
    id: string
    person_id: string
    credential_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    made_at: Instant
    used_at: Instant | null
  }
  passwords: {
    workspace_id: number
    person_id: string
    hash: string
    set_at: Instant
  }
  people: {
    workspace_id: number
    id: string
    handle: string
    name: string
    email: string | null
    role: string
    capacity: Generated<string>
    capacity_until: Instant | null
    status: Generated<string>
    status_until: Instant | null
    readme: Generated<string>
    digest_mail: Generated<boolean>
    created_at: Instant
    language: string | null
    clock: number | null
    week_start: number | null
    browser_locale: string | null
    keys: NullableJson
  }
  person_deactivations: {
    workspace_id: number
    person_id: string
    deactivated_by: string
    deactivated_at: Instant
  }
  planned_with: {
    workspace_id: number
    time_zones: string
  }
  post_deletions: {
    workspace_id: number
    post_id: string
    deleted_by: string
    deleted_at: Instant
  }
  post_files: {
    workspace_id: number
    post_id: string
    file_id: string
    place: number
    description: Generated<string>
  }
  post_moves: {
    workspace_id: number
    place_id: string
    post_id: string
    moved_by: string
    moved_at: Instant
  }
  post_reactions: {
    workspace_id: number
    post_id: string
    person_id: string
    emoji: string
    reacted_at: Instant
  }
  post_revisions: {
    workspace_id: number
    post_id: string
    version: number
    body: string
    written_by: string
    written_at: Instant
  }
  posts: {
    workspace_id: number
    id: string
    thread_id: string
    seq: number
    author_id: string
    body: string
    kind: Generated<string>
    fyi: Generated<boolean>
    posted_at: Instant
    edited_at: Instant | null
    deleted: Generated<boolean>
    version: Generated<number>
  }
  push_devices: {
    workspace_id: number
    id: string
    person_id: string
    session_id: string
    endpoint: string
    p256dh: string
    auth: string
    user_agent: string
    added_at: Instant
    pushed_at: Instant | null
  }
  push_pauses: {
    workspace_id: number
    person_id: string
    paused_at: Instant
    ends_at: Instant
  }
  pushes: {
    workspace_id: number
    id: string
    person_id: string
    device_id: string
    service: string
    kind: string
    delivery_id: string
    state: string
    attempts: Generated<number>
    queued_at: Instant
    next_attempt_at: Instant
    park_after: Instant
    sent_at: Instant | null
    merged_into: string | null
    last_error: string | null
  }
  read_floors: {
    workspace_id: number
    person_id: string
    read_through: number
    delivered_through: number
    digests_through: Instant
  }
  read_marks: {
    workspace_id: number
    person_id: string
    thread_id: string
    seq: number
    read_at: Instant
  }
  recovery_codes: {
    workspace_id: number
    person_id: string
    code_hash: Buffer
    used_at: Instant | null
  }
  rotation_members: {
    workspace_id: number
    rotation_id: string
    person_id: string
    added_by: string
    joined_at: Instant
  }
  rotations: {
    workspace_id: number
    id: string
    slug: string
    name: string
    purpose: Generated<string>
    escalate_after: Generated<number>
    created_by: string
    created_at: Instant
  }
  saved_posts: {
    workspace_id: number
    person_id: string
    post_id: string
    saved_at: Instant
  }
  saved_threads: {
    workspace_id: number
    person_id: string
    thread_id: string
    saved_at: Instant
  }
  scheduled: {
    workspace_id: number
    id: string
    person_id: string
    thread_id: string | null
    message: string
    send_at: Instant
    state: Generated<string>
    version: Generated<number>
    made_at: Instant
    reason: NullableJson
    sent_id: string | null
    told_in: string | null
  }
  search_entries: {
    workspace_id: number
    id: string
    type: string
    space_id: string | null
    thread_id: string | null
    author_id: string | null
    words: string
    happened_at: Instant
  }
  second_factors: {
    workspace_id: number
    person_id: string
    secret: Buffer
    last_step: Generated<number>
    begun_at: Instant
    confirmed_at: Instant | null
  }
  sessions: {
    workspace_id: number
    secret_hash: Buffer
    id: string
    person_id: string
    user_agent: string
    address: string
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
    proof: string
    proved_at: Instant
  }
  shifts: {
    workspace_id: number
    id: string
    rotation_id: string
    layer: number
    person_id: string
    starts_at: Instant
    ends_at: Instant
    made_by: string
    made_at: Instant
  }
  sign_in_codes: {
    workspace_id: number
    id: string
    person_id: string | null
    browser_hash: Buffer
    tries: Generated<number>
    asked_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  sign_in_refusals: {
    workspace_id: number
    id: string
    person_id: string | null
    way: string
    address: string
    user_agent: string
    refused_at: Instant
  }
  space_archives: {
    workspace_id: number
    space_id: string
    archived_by: string
    archived_at: Instant
  }
  space_follows: {
    workspace_id: number
    space_id: string
    person_id: string
    level: string
    set_at: Instant
  }
  space_members: {
    workspace_id: number
    space_id: string
    person_id: string
    added_by: string
    joined_at: Instant
  }
  spaces: {
    workspace_id: number
    id: string
    slug: string
    name: string
    purpose: Generated<string>
    visibility: string
    direct: Generated<boolean>
    respond_within: Generated<number>
    created_by: string
    created_at: Instant
    rotation_id: string | null
  }
  swap_settlements: {
    workspace_id: number
    swap_id: string
    state: string
    settled_by: string
    settled_at: Instant
  }
  swaps: {
    workspace_id: number
    id: string
    rotation_id: string
    shift_id: string
    from_id: string
    to_id: string
    starts_at: Instant
    ends_at: Instant
    note: string
    offered_by: string
    offered_at: Instant
  }
  thread_follows: {
    workspace_id: number
    person_id: string
    thread_id: string
    level: string
    set_at: Instant
  }
  thread_highlights: {
    workspace_id: number
    thread_id: string
    body: string
    written_by: string
    written_at: Instant
  }
  thread_origins: {
    workspace_id: number
    thread_id: string
    from_thread_id: string
    how: string
    made_by: string
    made_at: Instant
  }
  thread_outcomes: {
    workspace_id: number
    thread_id: string
    body: string
    written_by: string
    written_at: Instant
  }
  thread_turns: {
    workspace_id: number
    thread_id: string
    id: string
    kind: string
    pivot_to: string | null
    reason: string | null
    after_seq: number
    made_by: string
    made_at: Instant
  }
  threads: {
    workspace_id: number
    id: string
    number: number
    space_id: string
    kind: string
    title: string
    purpose: Generated<string>
    dri_id: string | null
    closes_on: string | null
    opened_by: string
    opened_at: Instant
    last_post_at: Instant
    last_seq: Generated<number>
    post_count: Generated<number>
    word_count: Generated<number>
    concluded: Generated<boolean>
    outcome_owed: Generated<boolean>
    turns: Generated<number>
    turn_of: string | null
    turn_before: string | null
  }
  tokens: {
    workspace_id: number
    secret_hash: Buffer
    id: string
    person_id: string
    name: string
    scopes: string[]
    created_at: Instant
    used_at: Instant | null
    expires_at: Instant | null
  }
  workspace_rotations: {
    workspace_id: number
    rotation_id: string
    chosen_by: string
    chosen_at: Instant
  }
  workspaces: {
    id: number
    slug: string
    name: string
    back_and_forth: Generated<number>
    created_at: Instant
  }
}
