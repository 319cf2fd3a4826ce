//! The forms of the test histories, as two versions of the app know them: `goal` of the newer follows `aim`.

use hepai::model::template::{
    Choice, Field, Key, Label, Locks, Schema, State, StateMachine, Template, Tone,
};
use hepai::model::{FieldKey, RecordId};

/// How a version of the app reads the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Before `goal`: every stored key is a cell of its own.
    Old,
    /// `aim` and `goal` are one cell.
    New,
}

pub(crate) const LOCKING: &str = "submitted";
pub(crate) const ROWS: &str = "task";
const OLDER: &str = "aim";
const NEWER: &str = "goal";

impl Reading {
    pub(crate) fn schema(self) -> &'static Schema {
        match self {
            Self::Old => &OLD,
            Self::New => &NEW,
        }
    }

    /// The key under which this version reads and writes a stored key.
    pub(crate) fn cell(self, key: &FieldKey) -> FieldKey {
        if self == Self::New && key.as_str() == OLDER {
            FieldKey::of(NEWER)
        } else {
            key.clone()
        }
    }

    /// The stored keys that are read as this cell.
    pub(crate) fn stored_keys(self, cell: &FieldKey) -> Vec<FieldKey> {
        let mut keys = vec![cell.clone()];
        if self == Self::New && cell.as_str() == NEWER {
            keys.push(FieldKey::of(OLDER));
        }
        keys
    }

    /// The goal, as this version calls it.
    pub(crate) fn goal(self) -> &'static str {
        match self {
            Self::Old => OLDER,
            Self::New => NEWER,
        }
    }

    /// Whether the locking state covers a cell of its form.
    pub(crate) fn is_locked(self, cell: &FieldKey) -> bool {
        ["title", "need", "helpers", self.goal()].contains(&cell.stem())
    }
}

pub(crate) fn is_latest(key: &FieldKey) -> bool {
    matches!(key.as_str(), "order" | "looked_at")
}

pub(crate) fn has_states(record: &RecordId) -> bool {
    matches!(record.kind(), "charter" | ROWS)
}

const fn named(name: &'static str) -> Label {
    Label::new(name, name)
}
const fn text(name: &'static str) -> Field {
    Field::text(Key::new(name), named(name), 100)
}

const SHARED: [Field; 6] = [
    text("title"),
    text("due"),
    text("need"),
    text("owner"),
    text("looked_at").latest(),
    Field::set(Key::new("helpers"), named("helpers"), &["member"]),
];

static OLD_FIELDS: [Field; 7] = with(text(OLDER));
static NEW_FIELDS: [Field; 7] = with(text(NEWER).follows(OLDER));

const fn with(goal: Field) -> [Field; 7] {
    let [a, b, c, d, e, f] = SHARED;
    [a, b, c, d, e, f, goal]
}

const fn state(key: &'static str, locks: Locks) -> State {
    State {
        choice: Choice::new(key, key, key),
        tone: Tone::Neutral,
        locks,
    }
}

const fn states(fields: &'static [&'static str]) -> [State; 3] {
    let locks = Locks {
        fields,
        rows: &[ROWS],
    };
    [
        state("draft", Locks::NOTHING),
        state(LOCKING, locks),
        state("accepted", Locks::NOTHING),
    ]
}

static OLD_STATES: [State; 3] = states(&["title", "need", "helpers", OLDER]);
static NEW_STATES: [State; 3] = states(&["title", "need", "helpers", NEWER]);
static OLD_MACHINE: StateMachine = StateMachine {
    states: &OLD_STATES,
    transitions: &[],
};
static NEW_MACHINE: StateMachine = StateMachine {
    states: &NEW_STATES,
    transitions: &[],
};

const fn template(
    kind: &'static str,
    once: bool,
    fields: &'static [Field],
    states: &'static StateMachine,
) -> Template {
    Template {
        once,
        states: Some(states),
        ..Template::plain(kind, named(kind), named(kind), "title", fields)
    }
}

static OLD_CHARTER: Template = template("charter", true, &OLD_FIELDS, &OLD_MACHINE);
static OLD_TASK: Template = template(ROWS, false, &OLD_FIELDS, &OLD_MACHINE);
static NEW_CHARTER: Template = template("charter", true, &NEW_FIELDS, &NEW_MACHINE);
static NEW_TASK: Template = template(ROWS, false, &NEW_FIELDS, &NEW_MACHINE);
static OLD: Schema = Schema {
    templates: &[&OLD_CHARTER, &OLD_TASK],
};
static NEW: Schema = Schema {
    templates: &[&NEW_CHARTER, &NEW_TASK],
};
