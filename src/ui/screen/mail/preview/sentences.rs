//! What the files bring, in sentences: one for each thing that a person did something to, person by person. The fields
//! stand behind 细节.

use super::answers::who_text;
use super::long::{VALUE, long, more, name};
use super::parts::KNOWN;
use super::shown::Shown;
use super::stranger::alike_chip;
use super::whose::Whose;
use crate::analysis::telling::{Doing, DoingLine, Naming, doings, lines};
use crate::exchange::preview::Signature;
use crate::model::Log;
use crate::ui::screen::base::port;
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// A sentence as it is drawn.
struct Sentence {
    who: String,
    /// Member id or name of whose it is, where somebody signed.
    by: Option<String>,
    text: String,
    when: String,
    record: String,
    /// How many things it tells.
    count: usize,
    differs: bool,
}

impl Shown {
    /// The sentences of some doings; grouped by person, or one after the other.
    pub(super) fn told(
        self,
        doings: &[Doing],
        by_person: bool,
        wanted: &str,
        window: RwSignal<usize>,
    ) -> AnyView {
        let ui = self.ui;
        let (mut all, mut of) = (self.sentences(doings), Vec::new());
        for one in &all {
            match of.iter_mut().find(|(who, _)| *who == one.who) {
                Some((_, count)) => *count += one.count,
                None => of.push((one.who.clone(), one.count)),
            }
        }
        if !wanted.is_empty() {
            let fits = |text: &str| text.to_lowercase().contains(wanted);
            all.retain(|one| fits(&one.text) || fits(&one.who));
        }
        if all.is_empty() {
            return view! { <p class="empty">{ui.text(texts::mail::NOTHING_OF_IT)}</p> }.into_any();
        }
        let total = all.len();
        let shown = &all[..total.min(window.get())];
        let more = more(ui, window, total);
        if !by_person {
            let lines = shown
                .iter()
                .map(|one| self.sentence(one, true))
                .collect::<Vec<_>>();
            return view! { <ul class="sentences" data-testid="sentences">{lines}</ul> {more} }
                .into_any();
        }
        let person = |lines: &[Sentence]| {
            let count = of
                .iter()
                .find(|(who, _)| *who == lines[0].who)
                .map_or(0, |(_, n)| *n);
            let count = ui.fill(texts::mail::N_PLACES, &[("n", &count.to_string())]);
            let preview = self.preview.with_value(Rc::clone);
            let by = lines[0].by.as_deref();
            let alike = by.and_then(|by| alike_chip(ui, self.session, &preview, by));
            let head = name(&lines[0].who);
            let lines = lines.iter().map(|one| self.sentence(one, false));
            view! {
                <h3>{head} {ui.text(texts::forms::COLON)} {count} {alike}</h3>
                <ul class="sentences" data-testid="sentences">{lines.collect::<Vec<_>>()}</ul>
            }
        };
        let people = shown.chunk_by(|a, b| a.who == b.who).map(person);
        view! { {people.collect::<Vec<_>>()} {more} }.into_any()
    }

    /// What was done in what is here already, the latest of it.
    pub(super) fn known_doings(self) -> Vec<Doing> {
        let Some(session) = self.session else {
            return Vec::new();
        };
        self.preview.with_value(|preview| {
            session.read(|log| {
                let changes = preview.known_changes(log, KNOWN);
                doings(log, &changes.iter().collect::<Vec<_>>())
            })
        })
    }

    fn sentences(self, doings: &[Doing]) -> Vec<Sentence> {
        let lang = self.ui.lang.get();
        self.with_whose(|whose| {
            let told = |here: Option<&Log>| {
                let naming = Naming {
                    log: &whose.preview.after.log,
                    beside: here,
                    lang,
                    zone: ZONE,
                    is_whole: false,
                };
                lines(naming, doings)
            };
            let told = match self.session {
                Some(session) => session.read(|log| told(Some(log))),
                None => told(None),
            };
            let mut all: Vec<(bool, Sentence)> = told
                .iter()
                .map(|line| self.written_sentence(whose, doings, line))
                .collect();
            // What claims to be one's own comes first.
            all.sort_by_key(|(is_as_you, _)| !is_as_you);
            all.into_iter().map(|(_, one)| one).collect()
        })
    }

    fn written_sentence(
        self,
        whose: &Whose<'_>,
        doings: &[Doing],
        line: &DoingLine,
    ) -> (bool, Sentence) {
        let preview = whose.preview;
        let person = preview.people.iter().find(|person| person.who == line.by);
        let files = person.map_or(&[][..], |person| &person.files);
        let signature = match person {
            Some(_) => whose.signature(&line.by, files),
            // What is here already was not sent by anybody of these.
            None => Signature::Sender,
        };
        let mut text = line.text.clone();
        let is_this = |one: &&crate::exchange::preview::Replaced| {
            let change = &preview.items[one.item].change;
            one.who == line.by && change.record == line.thing && line.doings.len() == 1
        };
        if let Some(replaced) = preview.replaced.iter().find(is_this) {
            let who = who_text(whose.said, &replaced.by);
            let more = self
                .ui
                .fill(texts::mail::ALREADY_REPLACED, &[("who", &who)]);
            text = self.ui.fill(
                texts::forms::IN_BRACKETS,
                &[("text", &text), ("more", &more)],
            );
        }
        let last = line.doings.iter().filter_map(|at| doings.get(*at));
        let ms = last.map(|doing| doing.time_ms).max().filter(|ms| *ms != 0);
        let is_open = |at: &usize| {
            let thing = doings.get(*at).map(|doing| &doing.thing);
            preview
                .after
                .opened
                .iter()
                .any(|place| Some(&place.record) == thing)
        };
        let sentence = Sentence {
            who: whose.signed(&line.by, signature, files),
            by: line.by.author().map(str::to_owned),
            text,
            when: ms
                .map(|ms| whose.said.moment(port::moment(ms)))
                .unwrap_or_default(),
            record: line.thing.to_string(),
            count: line.doings.len(),
            differs: line.doings.iter().any(is_open),
        };
        (signature == Signature::You, sentence)
    }

    fn sentence(self, one: &Sentence, with_who: bool) -> AnyView {
        let ui = self.ui;
        let differs = one.differs.then(|| {
            view! {
                " " <span class="chip" data-tone="warn">"≠ " {ui.text(texts::mail::DIFFERS)}</span>
            }
        });
        let who = with_who.then(|| view! { {name(&one.who)} {ui.text(texts::forms::COLON)} });
        view! {
            <li data-record=one.record.clone() data-count=one.count.to_string()>
                <span>{who} {long(ui, one.text.clone(), 3 * VALUE)} {differs}</span>
                <span class="hint when">{one.when.clone()}</span>
            </li>
        }
        .into_any()
    }
}
