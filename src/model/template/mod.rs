//! The template language: a form is declared once, and that declaration gives its fields, checks, table,
//! labels, file keys, states and locks. Knows no particular template and no screen.

mod field;
mod form;
mod page;
mod rule;
mod states;
mod who;
mod work;

pub use field::{
    CellType, Choice, Field, FieldType, First, Gate, Key, OwnWord, Period, Speaker, StakeKind,
    minute_text,
};
pub use form::Form;
pub use page::{Glance, Section, Tab, Words};
pub use rule::{Arg, Finding, Rule, Severity};
pub use states::{Guard, Locks, State, StateMachine, Successor, Tone, Transition};
pub use who::{ITSELF, Who, Writers};
pub use work::{Due, Effort, Turn, Work};

use super::clock::Zone;
use super::id::{FieldKey, RecordId};

/// A language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

/// From where something is read: in which language, and in which time zone.
#[derive(Debug, Clone, Copy)]
pub struct Viewpoint {
    /// The language.
    pub lang: Lang,
    /// Where moments are read.
    pub zone: Zone,
}

impl Viewpoint {
    /// Moments as they were written.
    pub const fn anywhere(lang: Lang) -> Self {
        Self {
            lang,
            zone: Zone::AsWritten,
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// 中文
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}

impl Label {
    /// No text.
    pub const NONE: Self = Self { zh: "", en: "" };
    /// Both texts.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }
    /// This text, or another where there is none.
    pub const fn or(self, other: Self) -> Self {
        if self.zh.is_empty() { other } else { self }
    }
    /// The text in that language.
    pub const fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// The field in which a row names its parent.
pub const PARENT: &str = "parent";
/// The field that hides a record: `true` = deleted.
pub const DELETED: &str = "deleted";
/// The field of the state machine.
pub const STATUS: &str = "status";
/// The fractional index by which rows sort.
pub const ORDER: &str = "order";
/// The bare number of a record that has one, shown as T-17.
pub const CODE: &str = "code";

/// The field that marks a record the app filled in before anybody looked: `true` = every field of the change that
/// wrote the mark, a text = the keys named in it, separated by spaces. Whether a field still stands as it was filled
/// is read from the log, so that an edit elsewhere and a merge take the mark away by themselves; nothing = confirmed.
pub const PREFILLED: &str = "prefilled";

/// Which rows wait for a name, and how it is told that a name belongs there.
#[derive(Debug, Clone, Copy)]
pub struct Vacancy {
    /// The field that is empty while a row waits.
    pub name: &'static str,
    /// The field whose value both have: the department.
    pub within: &'static str,
}

/// One form or one kind of row.
#[derive(Debug)]
pub struct Template {
    /// The kind of its records.
    pub kind: &'static str,
    /// Its title on screen and paper.
    pub title: Label,
    /// What one of them is called.
    pub one: Label,
    /// The letter before its number (`T` → T-17), or "".
    pub letter: &'static str,
    /// The field that names a record in lists.
    pub name: &'static str,
    /// The references whose records its id is made of, so that two people who fill the same one make one; empty: its id
    /// is drawn.
    pub made_of: &'static [&'static str],
    /// Rows without a name are places that wait for one: copied lines that name somebody fill these first.
    pub vacancy: Option<Vacancy>,
    /// Whether a project has it once, under the bare kind as id.
    pub once: bool,
    /// Its fields, in the order of the form.
    pub fields: &'static [Field],
    /// Headings; empty: one untitled section of all fields, then the rows.
    pub sections: &'static [Section],
    /// Columns of its table; empty: all fields.
    pub columns: &'static [&'static str],
    /// Kinds of rows under it.
    pub rows: &'static [&'static Template],
    /// Its states, if it has any.
    pub states: Option<&'static StateMachine>,
    /// Who writes which of its fields without asking; empty: whoever writes the form above, or anybody.
    pub writers: &'static [Writers],
    /// Fields by which its table is narrowed down, in the order of the screen.
    pub filters: &'static [&'static str],
    /// The reference under whose records the lines of its table are gathered; "": none.
    pub grouped_by: &'static str,
    /// What is said of the row one works on, under its table.
    pub glance: &'static [Glance],
    /// Who has to know of each of its steps, beside those who may take the next one.
    pub tells: &'static [Who],
    /// Whether a new project made from an earlier one takes its records along.
    pub copied: bool,
    /// Whether it is not over yet: who is named in it has something to do, and its days lie ahead.
    pub is_open: fn(&Form<'_>) -> bool,
    /// Its tab; none: it is reached from elsewhere.
    pub place: Option<Tab>,
    /// What the pages say of it.
    pub words: Words,
    /// The work it is, where it is some.
    pub work: Option<Work>,
    /// Whether it is one of the papers of the method that the overview leads to.
    pub paper: bool,
}

impl Template {
    /// A template with fields alone; the rest is added by struct update.
    pub const fn plain(
        kind: &'static str,
        title: Label,
        one: Label,
        name: &'static str,
        fields: &'static [Field],
    ) -> Self {
        Self {
            kind,
            title,
            one,
            letter: "",
            name,
            made_of: &[],
            vacancy: None,
            once: false,
            fields,
            sections: &[],
            columns: &[],
            rows: &[],
            states: None,
            writers: &[],
            filters: &[],
            grouped_by: "",
            glance: &[],
            tells: &[],
            copied: true,
            is_open: |_| true,
            place: None,
            words: Words::USUAL,
            work: None,
            paper: false,
        }
    }
    /// What its list is called.
    pub const fn list_label(&self) -> Label {
        self.words.list.or(self.one)
    }
    /// The field of that key, elements of sets included.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        let stem = key.split('/').next().unwrap_or_default();
        self.fields.iter().find(|field| field.key == stem)
    }
    /// Whether what is said in it stands on its own page alone ([`Field::sealed`]).
    pub fn is_sealed(&self) -> bool {
        self.fields.iter().any(|field| field.sealed)
    }
    /// Who writes a field, or rows of a kind; nothing where this form does not say.
    pub fn writers_of(&self, key: &str) -> Option<&'static Writers> {
        let stem = key.split('/').next().unwrap_or_default();
        self.writers
            .iter()
            .find(|line| line.fields.is_empty() || line.fields.contains(&stem))
    }
    /// The fields shown as columns: those named, or all where none is.
    pub fn table_columns(&self) -> Vec<&'static Field> {
        if self.columns.is_empty() {
            self.fields.iter().collect()
        } else {
            self.columns
                .iter()
                .filter_map(|key| self.field(key))
                .collect()
        }
    }
}

/// All templates of an app version: what the log must know of forms to find conflicts.
#[derive(Debug)]
pub struct Schema {
    /// The templates, forms before their rows.
    pub templates: &'static [&'static Template],
}

impl Schema {
    /// A schema without templates: nothing locks, nothing is `latest`.
    pub const EMPTY: Self = Self { templates: &[] };

    /// How a kind is declared; nothing for a kind this version does not know.
    pub fn template(&self, kind: &str) -> Option<&'static Template> {
        self.templates
            .iter()
            .copied()
            .find(|template| template.kind == kind)
    }
    /// Whether the last write simply counts (`order`, times set by a transition).
    pub fn is_latest(&self, record: &RecordId, key: &FieldKey) -> bool {
        key.as_str() == ORDER
            || self
                .template(record.kind())
                .and_then(|template| template.field(key.as_str()))
                .is_some_and(|field| field.latest)
    }
    /// Whether it is filled after its form is locked, so that no lock covers it.
    pub fn is_later(&self, record: &RecordId, key: &FieldKey) -> bool {
        self.template(record.kind())
            .and_then(|template| template.field(key.as_str()))
            .is_some_and(|field| field.later)
    }
    /// Whether what it says stands on its own page alone ([`Field::sealed`]).
    pub fn is_sealed(&self, record: &RecordId, key: &FieldKey) -> bool {
        self.template(record.kind())
            .and_then(|template| template.field(key.as_str()))
            .is_some_and(|field| field.sealed)
    }
    /// The older keys that are read as one cell with this key.
    pub fn follows(&self, record: &RecordId, key: &FieldKey) -> Option<&'static str> {
        self.template(record.kind())?.field(key.as_str())?.follows
    }
    /// The template of a kind, where any of its keys follows an older one.
    pub fn renaming(&self, kind: &str) -> Option<&'static Template> {
        self.template(kind)
            .filter(|template| template.fields.iter().any(|field| field.follows.is_some()))
    }
    /// What a status value locks.
    pub fn locks(&self, kind: &str, status: &str) -> Option<&'static Locks> {
        let state = self.template(kind)?.states?.state(status)?;
        if state.locks.is_nothing() {
            None
        } else {
            Some(&state.locks)
        }
    }
}
