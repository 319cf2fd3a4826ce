//! Every sentence of the screens that is not declared by a template, in both languages: a catalogue per part of the
//! screen. Knows no component. What two parts say stands with the lower of them, what any says in `frame`; a text with
//! `{places}` is completed by [`fill`].

use crate::analysis::telling::words as telling;
pub use crate::analysis::words::labels::{
    AND_OTHERS, DELETE, LIST_SEPARATOR, NAMELESS, NO, NOTHING, NUMBER, PREFILLED_FIELD,
    TO_BE_NAMED, UNNAMED, YES, fill, in_sentence,
};
use crate::analysis::words::{labels, reasons};
use crate::model::template::{Label, Lang};

pub mod bands;
pub mod boards;
pub mod cases;
pub mod changes;
pub mod charts;
pub mod closing;
pub mod coach;
pub mod decide;
pub mod forms;
pub mod frame;
pub mod gantt;
pub mod home;
pub mod mail;
pub mod meeting;
pub mod opinions;
pub mod palette;
pub mod paper;
pub mod progress;
pub mod replies;
pub mod resource;
pub mod risks;
pub mod roles;
pub mod rules;
pub mod schedule;
pub mod standing;
pub mod start;
pub mod table;
pub mod views;
pub mod wrap_up;

/// What stands between two sentences.
pub const fn sentence_gap(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "",
        Lang::En => " ",
    }
}

/// Each part's name and its texts by theirs, and the words that the screens take from below, for the tests of words.
pub const PARTS: &[(&str, &[(&str, Label)])] = &[
    ("frame", frame::ALL),
    ("gantt", gantt::ALL),
    ("schedule", schedule::ALL),
    ("home", home::ALL),
    ("start", start::ALL),
    ("forms", forms::ALL),
    ("table", table::ALL),
    ("mail", mail::ALL),
    ("boards", boards::ALL),
    ("bands", bands::ALL),
    ("cases", cases::ALL),
    ("changes", changes::ALL),
    ("charts", charts::ALL),
    ("coach", coach::ALL),
    ("decide", decide::ALL),
    ("progress", progress::ALL),
    ("resource", resource::ALL),
    ("closing", closing::ALL),
    ("views", views::ALL),
    ("wrap_up", wrap_up::ALL),
    ("replies", replies::ALL),
    ("meeting", meeting::ALL),
    ("opinions", opinions::ALL),
    ("palette", palette::ALL),
    ("paper", paper::ALL),
    ("risks", risks::ALL),
    ("roles", roles::ALL),
    ("rules", rules::ALL),
    ("standing", standing::ALL),
    ("labels", labels::ALL),
    ("telling", telling::ALL),
    ("reasons", reasons::ALL),
];
