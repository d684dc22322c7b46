-- What a store on a server has beside its tables: search, photos, who did it, who may see it.
-- Run by `planner office init` after the migrations; running it again changes nothing.

CREATE TABLE IF NOT EXISTS search_index (
    number integer PRIMARY KEY REFERENCES search_document ON DELETE CASCADE,
    words text NOT NULL,
    grams text[] NOT NULL
);
-- an edit puts its grams there itself: a list of those still to come would be read by every search
CREATE INDEX IF NOT EXISTS ix_search_index_grams
    ON search_index USING gin (grams) WITH (fastupdate = off);

CREATE TABLE IF NOT EXISTS file (
    hash text PRIMARY KEY,
    content bytea NOT NULL,
    CHECK (hash ~ '^[0-9a-f]{64}$')
);
ALTER TABLE file ALTER COLUMN content SET STORAGE EXTERNAL; -- photos are compressed already

-- What the operator decided for everybody: `photos` is the folder they lie in, where it is not here.
CREATE TABLE IF NOT EXISTS setting (
    name text PRIMARY KEY,
    value text NOT NULL
);

-- A delegation that stands here is seen only by the accounts that stand beside it.
CREATE TABLE IF NOT EXISTS restriction (
    delegation_id uuid NOT NULL,
    account text NOT NULL,
    PRIMARY KEY (delegation_id, account)
);

CREATE OR REPLACE FUNCTION planner_hidden() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT delegation_id), '{}') FROM restriction AS r
    WHERE NOT EXISTS (
        SELECT FROM restriction AS named
        WHERE named.delegation_id = r.delegation_id AND named.account = session_user
    )
$$;

-- Whether a document is of no delegation that is hidden, which its record may name or its parent.
CREATE OR REPLACE FUNCTION planner_may_see(
    hidden uuid[], delegation_id uuid, kind text, key uuid
) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT hidden = '{}'
        OR NOT coalesce(coalesce(delegation_id, planner_root(kind, key)) = ANY (hidden), false)
$$;

-- Search goes past the row policies, since no index may be used before them, and keeps to the same
-- rule itself. What is found is put in order before its documents are looked up: of a common word
-- only a few are asked for. One process does it: to start others takes longer.
CREATE OR REPLACE FUNCTION planner_ask(patterns text[], wanted text[], of_kind text, most integer)
RETURNS TABLE (kind text, key uuid, delegation_id uuid, title text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
DECLARE
    -- planned for these very grams: rare ones are found by the index
    question CONSTANT text :=
        'SELECT d.kind::text, d.key, d.delegation_id, d.title
         FROM (SELECT number FROM search_index
               WHERE number > $6 AND ($7 IS NULL OR number <= $7) AND grams @> $2 AND words LIKE ALL ($1)
               ORDER BY number DESC OFFSET 0) AS i
         JOIN search_document AS d USING (number)
         WHERE ($3 IS NULL OR d.kind = $3)
           AND planner_may_see($5, d.delegation_id, d.kind, d.key)
         ORDER BY i.number DESC LIMIT $4';
    -- common ones are among the latest, which are soon looked through
    late CONSTANT integer := (SELECT coalesce(max(number), 0) - 4000 FROM search_index);
    hidden CONSTANT uuid[] := planner_hidden();
    told integer;
BEGIN
    RETURN QUERY EXECUTE question
        USING patterns, wanted, of_kind, most, hidden, late, NULL::integer;
    GET DIAGNOSTICS told = ROW_COUNT;
    IF told < most THEN
        RETURN QUERY EXECUTE question
            USING patterns, wanted, of_kind, most - told, hidden, 0, late;
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION planner_ask_delegations(patterns text[], wanted text[])
RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
BEGIN
    RETURN QUERY EXECUTE
        'SELECT delegation_id
         FROM (SELECT DISTINCT d.delegation_id
               FROM search_index AS i JOIN search_document AS d USING (number)
               WHERE i.grams @> $2 AND i.words LIKE ALL ($1)
                 AND d.delegation_id IS NOT NULL OFFSET 0) AS found
         WHERE delegation_id <> ALL ($3)'
        USING patterns, wanted, planner_hidden();
END
$$;

CREATE OR REPLACE FUNCTION planner_has_role(role text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(session_user, current_database() || '_' || role, 'MEMBER')
$$;

-- Photos are given to whoever can name them: the name is a hash that stands only in a record.
CREATE OR REPLACE FUNCTION planner_keep_file(kept bytea) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO file (hash, content) VALUES (encode(sha256(kept), 'hex'), kept)
    ON CONFLICT (hash) DO UPDATE SET content = EXCLUDED.content
        WHERE file.content IS DISTINCT FROM EXCLUDED.content;
    SELECT encode(sha256(kept), 'hex');
$$;

CREATE OR REPLACE FUNCTION planner_file(wanted text) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT content FROM file WHERE hash = wanted
$$;

CREATE OR REPLACE FUNCTION planner_holds_file(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM file WHERE hash = wanted)
$$;

-- True where it may go: a keeper asks, and nothing that is or ever was names it.
CREATE OR REPLACE FUNCTION planner_let_go(unwanted text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF unwanted !~ '^[0-9a-f]{64}$'
        OR NOT planner_has_role('keeper')
        OR EXISTS (
            SELECT FROM change
            WHERE before LIKE '%' || unwanted || '%' OR after LIKE '%' || unwanted || '%'
        )
    THEN
        RETURN false;
    END IF;
    DELETE FROM file WHERE hash = unwanted;
    RETURN true;
END
$$;

CREATE OR REPLACE FUNCTION planner_damaged_files() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT hash FROM file WHERE encode(sha256(content), 'hex') <> hash ORDER BY hash
$$;

-- The delegation that a change belongs to, kept when it is written: what is gone keeps its place.
ALTER TABLE change ADD COLUMN IF NOT EXISTS root_id uuid;
ALTER TABLE edit ADD COLUMN IF NOT EXISTS root_ids uuid[] NOT NULL DEFAULT '{}';

-- Who signs an edit is the account, whatever the client says; the owner may copy a store with its
-- history.
CREATE OR REPLACE FUNCTION planner_is_owner() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT pg_has_role(session_user, current_user, 'MEMBER')
$$;

-- What stands in the journal is read by everybody's program: it must be readable, and nobody may say
-- for others that their edits are taken back, or are to stay. Erasing a person says so, a keeper's act.
CREATE OR REPLACE FUNCTION planner_check_edit(told edit) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    is_again CONSTANT boolean := told.nature IN ('undo', 'redo');
BEGIN
    IF told.nature NOT IN ('edit', 'undo', 'redo', 'barrier')
        OR told.name !~ '^[a-z][a-z0-9_.]{0,60}$'
        OR jsonb_typeof(told.name_values::jsonb) <> 'object'
        OR is_again <> (told.of_edit IS NOT NULL)
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'an edit is told as the program tells it';
    END IF;
    IF told.nature = 'barrier' AND NOT planner_has_role('keeper') THEN
        RAISE insufficient_privilege USING MESSAGE = 'only a keeper ends what can be undone';
    END IF;
    IF is_again AND NOT EXISTS (
        SELECT FROM edit WHERE id = told.of_edit AND who = session_user AND nature = 'edit'
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only own edits are undone and redone';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION planner_sign_edit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT planner_is_owner() THEN
        NEW.who := session_user;
        NEW.at := now();
        NEW.root_ids := '{}';
        PERFORM planner_check_edit(NEW);
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER planner_sign_edit BEFORE INSERT ON edit
    FOR EACH ROW EXECUTE FUNCTION planner_sign_edit();

CREATE OR REPLACE FUNCTION planner_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    -- sent when the edit is committed, to every program that listens
    PERFORM pg_notify('planner', NEW.id::text);
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER planner_tell AFTER INSERT ON edit
    FOR EACH ROW EXECUTE FUNCTION planner_tell();

CREATE OR REPLACE FUNCTION planner_place_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT planner_is_owner() AND NOT EXISTS (
        SELECT FROM edit WHERE id = NEW.edit_id AND who = session_user
            AND xmin = pg_current_xact_id()::xid
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a change belongs to an edit of its own';
    END IF;
    IF NOT planner_is_kind(NEW.kind)
        OR jsonb_typeof(NEW.before::jsonb) <> 'object'
        OR jsonb_typeof(NEW.after::jsonb) <> 'object'
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'a change tells a record before and after';
    END IF;
    NEW.root_id := coalesce(
        planner_root(NEW.kind, NEW.key),
        -- it is gone: as when it was last written
        (SELECT c.root_id FROM change AS c
         WHERE c.kind = NEW.kind AND c.key = NEW.key AND c.root_id IS NOT NULL
         ORDER BY c.edit_id DESC, c.position DESC LIMIT 1)
    );
    IF NEW.root_id IS NOT NULL THEN
        UPDATE edit SET root_ids = root_ids || NEW.root_id
        WHERE id = NEW.edit_id AND NEW.root_id <> ALL (root_ids);
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER planner_place_change BEFORE INSERT ON change
    FOR EACH ROW EXECUTE FUNCTION planner_place_change();
