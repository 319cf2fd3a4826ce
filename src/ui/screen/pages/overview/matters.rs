//! 要紧的事: what is late or stuck, by how much and why; and who does what next, and what waits for it.

use super::matter_words::{MatterWords, said};
use super::remind::{asked_again, reminder};
use crate::analysis::standing::due::next_due_items;
use crate::analysis::standing::matters::Matter;
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::RecordId;
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, copy_and_say, session, ui};
use crate::ui::screen::base::icons::{ToneShape, tone_key};
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, title};
use crate::ui::texts;
use leptos::prelude::*;

/// So many stand there until somebody asks for the rest.
const SHOWN: usize = 5;

/// The list.
#[component]
pub(in crate::ui) fn Matters(matters: Memo<Vec<Matter>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { SHOWN };
        matters.with(|matters| matters.iter().take(most).cloned().collect::<Vec<_>>())
    });
    let count = Memo::new(move |_| matters.with(Vec::len));
    let window = Window::of_lines(Within::Table);
    let key = |matter: &Matter| format!("{} {:?}", matter.record, matter.trouble);
    let line = move |matter: Matter| {
        live(move || {
            let line = session.watch(|log| said(ui, log, &matter));
            let href = Ui::href(session.project(), &matter.record);
            let asked = session.read(|log| asked_again(log, session.me().as_ref(), &matter));
            let matter = matter.clone();
            view! { <MatterLine href line matter asked/> }
        })
        .into_any()
    };
    let rest = move || count.get().saturating_sub(SHOWN);
    view! {
        <section class="card matters" data-testid="things" data-count=move || count.get().to_string()>
            {live(move || match count.get() {
                0 => view! {
                    <h2>{ui.t(texts::standing::MATTERS)}</h2>
                    <p class="hint">{nothing(ui, session)}</p>
                }.into_any(),
                n => {
                    let title = ui.fill(texts::standing::MATTERS_N, &[("n", &n.to_string())]);
                    view! {
                        <table class="list-table" aria-label=ui.t(texts::standing::MATTERS)>
                            <thead><tr>
                                <th scope="col">{title}</th>
                                <th scope="col">{ui.t(texts::standing::WHO_DOES_NEXT)}</th>
                                <td class="no-print"></td>
                            </tr></thead>
                            <tbody>{window.list(shown, key, line)}</tbody>
                        </table>
                    }.into_any()
                }
            })}
            {live(move || (rest() > 0 && !all.get()).then(|| view! {
                <button type="button" class="link" data-testid="all-matters" on:click=move |_| all.set(true)>
                    {ui.fill(texts::standing::MATTERS_REST, &[("n", &rest().to_string())])}</button>
            }))}
        </section>
    }
}

/// That nothing matters, and what is due next.
fn nothing(ui: Ui, session: Session) -> String {
    let now = session.now();
    session.watch(|log| {
        let today = now.date_naive();
        let mut due = next_due_items(log, None, now, usize::MAX).into_iter();
        let next = due.find(|(_, by)| by.day(now) >= today);
        match next {
            None => ui.text(texts::standing::NOTHING_MATTERS).to_owned(),
            Some((record, by)) => {
                let name = record_name(log, &record, ui.lang.get());
                let day = by.day(now).to_string();
                ui.fill(
                    texts::standing::NOTHING_BUT,
                    &[("name", &name), ("day", &day)],
                )
            }
        }
    })
}

#[component]
fn MatterLine(
    href: String,
    line: MatterWords,
    matter: Matter,
    asked: Vec<RecordId>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let names = session.read(|log| {
        let lang = ui.lang.get();
        names_joined(&asked, |one| short_name(log, one, lang), lang)
    });
    let words = line.clone();
    let remind = (!asked.is_empty()).then(|| {
        let how = ui.fill(texts::standing::REMIND_OF, &[("names", &names)]);
        let remind = move || {
            let text = untrack(|| reminder(ui, session, &matter, &asked, &words));
            life::to_the_end((ui, text), copy_and_say);
        };
        view! {
            <button type="button" class="link" data-testid="remind-matter" title=how.clone() aria-label=how
                on:click=press(remind)>
                {ui.t(texts::standing::REMIND_SHORT)}
            </button>
            " "
        }
    });
    let whole = line.in_one();
    let copy = move || life::to_the_end((ui, whole.clone()), copy_and_say);
    let label = ui.fill(texts::standing::COPY_MATTER, &[("name", &line.name)]);
    let next = line.next.clone();
    view! {
        <tr>
            <td>
                <span class="matter-name"><ToneShape tone=line.tone/> <a href=href>{title(line.name)}</a></span>
                <span class="hint" data-tone=tone_key(line.tone)>{line.trouble}</span>
            </td>
            <td><span class="matter-next" title=next>{line.next}</span>
                <span class="hint">{line.effect}</span></td>
            <td class="no-print">
                {remind}
                <button type="button" class="link" aria-label=label on:click=press(copy)>
                    {ui.t(texts::standing::COPY_SHORT)}
                </button>
            </td>
        </tr>
    }
}
