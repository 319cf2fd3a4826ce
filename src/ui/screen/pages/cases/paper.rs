//! The steps of a problem as the second page of its 《问题申请单》.

use crate::model::RecordId;
use crate::ui::letter::{CaseLine, case_on_paper};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// On paper only, and only of an issue that is solved jointly.
#[component]
pub(in crate::ui::screen::pages) fn CaseOnPaper(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = Memo::new(move |_| match ui.on_paper.get() {
        true => session.watch(|log| case_on_paper(log, &issue, seen_from_here(ui.lang.get()))),
        false => Default::default(),
    });
    let row = |line: CaseLine| {
        let what = line.what.into_iter().map(|text| view! { <p>{text}</p> });
        view! {
            <tr>
                <th scope="row">{line.step}</th> <td>{line.who}</td> <td>{line.when}</td>
                <td>{what.collect::<Vec<_>>()}</td>
            </tr>
        }
    };
    let head = [
        texts::cases::PAPER_STEP,
        texts::cases::PAPER_WHO,
        texts::cases::PAPER_WHEN,
        texts::cases::PAPER_WHAT,
    ];
    let titles = move || {
        let titles = head.map(|label| view! { <th scope="col">{ui.t(label)}</th> });
        titles.into_iter().collect::<Vec<_>>()
    };
    live(move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="case-paper" data-testid="case-paper">
                    <h2>{ui.t(texts::cases::JOINT)}</h2>
                    <table class="list-table" aria-label=ui.t(texts::cases::JOINT)>
                        <thead><tr>{titles()}</tr></thead>
                        <tbody>{lines.into_iter().map(row).collect::<Vec<_>>()}</tbody>
                    </table>
                </section>
            }
        })
    })
}
