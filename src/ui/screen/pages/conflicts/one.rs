//! One difference: what it is about, what counts for now, what stood before, and the form that settles it. Behind the
//! open one it is a line with its values.

use super::form::DecideForm;
use super::title::title_of;
use super::walkthrough::Walkthrough;
use crate::analysis::inbox::differences::{Difference, ForNow, SHOWN, told};
use crate::analysis::words::names::{any_value_text, field_name, record_name};
use crate::model::CellId;
use crate::model::log::{ConflictPlace, Live};
use crate::model::template::{DELETED, Label};
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::long_text;
use crate::ui::screen::base::pieces::{self, live};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::mail::attribution::{Said, choice_text, meeting_when};
use crate::ui::texts;
use leptos::prelude::*;

/// So much of a longer text says which one it is.
const BEGINNING: usize = 24;

/// A difference: what people wrote, and the form to decide it where it is open.
#[component]
pub(super) fn Conflict(place: ConflictPlace, walk: Walkthrough) -> impl IntoView {
    let ui = ui();
    let session = session();
    let stored = StoredValue::new(place.clone());
    let at = Memo::new(move |_| stored.with_value(|place| walk.place_of(place)));
    let is_open = Memo::new(move |_| at.get() == Some(walk.position.get()));
    let difference = Memo::new(move |_| {
        session.watch(|log| stored.with_value(|place| Difference::of(log, place)))
    });
    let title = Memo::new(move |_| {
        let lang = ui.lang.get();
        session.watch(|log| stored.with_value(|place| title_of(log, place, lang)))
    });
    let rest = Memo::new(move |_| {
        let is_next = at.get() == Some(walk.position.get() + 1);
        let count = walk.shown.with(Vec::len);
        is_next.then(|| count.saturating_sub(walk.position.get() + 1))
    });
    let heading = format!("differs-{}-{}", place.record, place.key).replace('/', "-");
    let open = move |_| {
        if !is_open.get_untracked() {
            walk.open(&stored.get_value());
            crate::ui::screen::base::dom::focus_soon(
                "[data-testid=conflict][data-current=true] input[type=radio]".into(),
            );
        }
    };
    view! {
        {live(move || rest.get().map(|n| view! {
            <p class="behind hint">{ui.fill(texts::decide::BEHIND_IT, &[("n", &n.to_string())])}</p>
        }))}
        <section class="decide" data-testid="conflict" data-record=place.record.to_string()
            data-field=place.key.to_string() data-current=move || is_open.get().to_string()
            hidden=move || at.get().is_none() aria-labelledby=heading.clone()>
            <header>
                <h2 id=heading.clone()>
                    <button type="button" class="link" data-testid="open-one"
                        aria-expanded=move || is_open.get().to_string() on:click=open>
                        {live(move || pieces::title(title.get()))}
                    </button>
                </h2>
                {live(move || view! { <Standing place=stored.get_value() difference walk/> })}
            </header>
            {live(move || contradiction(ui, session, &stored.get_value(), &walk.said.get()))}
            {live(move || original(ui, session, difference, &walk.said.get()))}
            {(place.key.as_str() != DELETED).then(|| view! {
                <p class="hint why-for-now" data-testid="why-for-now">
                    {live(move || ui.text(difference.with(|one| why_text(one.why))))}
                </p>
            })}
            <DecideForm place=stored difference walk group=heading.clone()/>
        </section>
    }
}

/// Why the value that counts for now does: no one has judged it.
const fn why_text(why: ForNow) -> Label {
    match why {
        ForNow::Later => texts::decide::FOR_NOW_LATER,
        ForNow::ByNumber => texts::decide::FOR_NOW_BESIDE,
    }
}

/// What counts for now, the agenda it is on, and the way to its form.
#[component]
fn Standing(
    place: ConflictPlace,
    difference: Memo<Difference>,
    walk: Walkthrough,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let href = Ui::href(session.project(), &place.record);
    let for_now = move || {
        let lang = ui.lang.get();
        let text = session.read(|log| {
            difference
                .with(|one| choice_text(log, &one.place.record, &one.place.key, &one.for_now, lang))
        });
        shortened(&text)
    };
    let is_deletion = place.key.as_str() == DELETED;
    let on_agenda = move || {
        let text = agenda_text(ui, session, &place, walk)?;
        Some(view! { <span class="chip" data-tone="info" data-testid="on-agenda">{text}</span> })
    };
    view! {
        <span class="standing">
            {live(on_agenda)}
            {(!is_deletion).then(|| view! {
                <span class="for-now">{live(move || ui.fill(texts::decide::FOR_NOW, &[("value", &for_now())]))}</span>
            })}
            <a class="sheet-link" href=href>{ui.t(texts::table::OPEN_SHEET)}</a>
        </span>
    }
}

/// The beginning of a longer text: the whole stands among the values.
fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let short: String = line.chars().take(BEGINNING).collect();
    if short == text {
        short
    } else {
        format!("{short}…")
    }
}

/// 已在周五 10:00 的议程里, where it is.
fn agenda_text(
    ui: Ui,
    session: Session,
    place: &ConflictPlace,
    walk: Walkthrough,
) -> Option<String> {
    let now = session.now();
    let meeting = walk.ahead.with(|ahead| ahead.get(place).cloned())?;
    let coming = walk.coming.get();
    let coming = coming.filter(|coming| Some(&coming.meeting) == meeting.as_ref());
    Some(match coming {
        Some(coming) => {
            let when = meeting_when(&coming, ui.lang.get(), now.date_naive());
            ui.fill(texts::decide::IN_AGENDA_OF, &[("when", &when)])
        }
        None => ui.text(texts::decide::IN_AGENDA).to_owned(),
    })
}

/// What stood before, and who had written it.
fn original(
    ui: Ui,
    session: Session,
    difference: Memo<Difference>,
    said: &Said,
) -> Option<AnyView> {
    let lang = ui.lang.get();
    let (text, who) = difference.with(|one| {
        let (value, told) = one.before.as_ref()?;
        let value =
            session.read(|log| choice_text(log, &one.place.record, &one.place.key, value, lang));
        Some((value, (said.writer(told), said.when(told))))
    })?;
    let set_by = ui.fill(texts::decide::SET_BY, &[("who", &who.0), ("when", &who.1)]);
    Some(
        view! {
            <p class="original">
                <span class="lead">{ui.t(texts::decide::ORIGINAL)}</span> <span>{long_text(text)}</span>
                <span class="hint">{set_by}</span>
            </p>
        }
            .into_any(),
    )
}

/// What a deletion or a locking state had not seen.
fn contradiction(ui: Ui, session: Session, place: &ConflictPlace, said: &Said) -> Option<AnyView> {
    let lang = ui.lang.get();
    let (lead, lines, more) = session.watch(|log| {
        let unseen = log.contradictions(&place.record, &place.key);
        if unseen.is_empty() {
            return None;
        }
        let value = log.value(&place.record, &place.key);
        let state = any_value_text(log, &place.record, &place.key, &value, seen_from_here(lang));
        let lead = if place.key.as_str() == DELETED {
            texts::decide::DELETED_BUT.text(lang).to_owned()
        } else {
            texts::fill(texts::decide::AGREED_BUT, lang, &[("state", &state)])
        };
        let line = |((record, key), write): &(CellId, Live<'_>)| {
            let field = field_name(log.schema().template(record.kind()), key, lang);
            let row = if *record == place.record {
                String::new()
            } else {
                format!("{} · ", record_name(log, record, lang))
            };
            let value = choice_text(log, record, key, write.value, lang);
            let told = told(log, write);
            let colon = texts::forms::COLON.text(lang);
            let (who, when) = (said.writer(&told), said.when(&told));
            format!("{row}{field}{colon}{value} · {who} {when}")
        };
        let shown: Vec<_> = unseen.iter().take(SHOWN).map(line).collect();
        let more = unseen.len() - shown.len();
        Some((lead, shown, more))
    })?;
    let more = (more > 0).then(|| ui.fill(texts::mail::MORE_UNSEEN, &[("n", &more.to_string())]));
    let lines = lines.into_iter().chain(more);
    let lines = lines.map(|line| view! { <li>{long_text(line)}</li> });
    Some(
        view! { <div class="unseen"><p>{lead}</p><ul>{lines.collect::<Vec<_>>()}</ul></div> }
            .into_any(),
    )
}
