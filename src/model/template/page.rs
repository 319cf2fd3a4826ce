//! How a form stands on its pages: headings, its tab, its words, and what is said of a row under its table.

use super::Label;
use super::field::Key;
use crate::model::id::RecordId;
use chrono::NaiveDate;

/// A heading and the fields under it, as on the paper form.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// The heading.
    pub label: Label,
    /// Field keys, or kinds of rows, in the order of the paper.
    pub fields: &'static [&'static str],
}

/// Where a form stands among the pages of a project: a tab of one of the six steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    /// The step, 1 to 6.
    pub step: u8,
    /// Whether the tab is there before the first record; else the form is among 更多表单 until then.
    pub always: bool,
    /// Whether it stands before the others of its step that wait for their first record.
    pub first: bool,
}

impl Tab {
    /// A tab that is always there.
    pub const fn always(step: u8) -> Self {
        Self {
            step,
            always: true,
            first: false,
        }
    }
    /// A tab that comes with the first record.
    pub const fn later(step: u8) -> Self {
        Self {
            step,
            always: false,
            first: false,
        }
    }
    /// It stands before the others of its step that come with their first record.
    pub const fn first(mut self) -> Self {
        self.first = true;
        self
    }
}

/// A part of the line under a table that says more of the row one works on.
#[derive(Debug, Clone, Copy)]
pub enum Glance {
    /// Who stands in that field.
    Person(Key<RecordId>),
    /// From one day to another, and what that span is.
    Span(Label, Key<NaiveDate>, Key<NaiveDate>),
}

/// What the pages say of a form beside its title; where a text is empty, the usual one is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// What its list is called; usually what one of them is called.
    pub list: Label,
    /// What it is for, in one sentence.
    pub purpose: Label,
    /// The button that begins a new one.
    pub add: Label,
    /// An empty list.
    pub empty: Label,
}

impl Words {
    /// All empty: the screens say what they say of any kind.
    pub const USUAL: Self = Self {
        list: Label::NONE,
        purpose: Label::NONE,
        add: Label::NONE,
        empty: Label::NONE,
    };
}
