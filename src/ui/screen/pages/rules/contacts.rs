//! 联系人: who belongs to it, on the paper of the communication rules; how they are reached only where somebody wants
//! that on paper.

use crate::analysis::words::names::{short_name, value_text};
use crate::model::template::{Form, Lang, Viewpoint};
use crate::model::{Log, RecordId, Zone};
use crate::templates::{contact, member};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The box, and the table on paper.
#[component]
pub(super) fn Contacts() -> impl IntoView {
    let ui = ui();
    let with_contacts = RwSignal::new(false);
    view! {
        <label class="tick no-print">
            <input type="checkbox" data-testid="print-contacts" prop:checked=move || with_contacts.get()
                on:change=move |event| with_contacts.set(event_target_checked(&event))/>
            {ui.t(texts::rules::PRINT_CONTACTS)}
        </label>
        {when(move || ui.on_paper.get(), move || view! { <Table with_contacts/> })}
    }
}

#[component]
fn Table(with_contacts: RwSignal<bool>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = move || {
        let today = session.now().date_naive();
        let people = session.rows(member::KIND);
        let lines = people.iter();
        let lines =
            lines.filter_map(|one| session.watch(|log| line_of(log, ui.lang.get(), one, today)));
        lines.collect::<Vec<_>>()
    };
    let is_with = with_contacts.get_untracked();
    let head = [
        Some(texts::roles::PAPER_NAME),
        Some(texts::roles::PAPER_HOME),
        Some(texts::rules::PAPER_ROLE),
        is_with.then_some(texts::rules::CONTACT),
    ];
    let line = move |cells: [String; 4]| {
        let shown = 3 + usize::from(is_with);
        let cells = cells.into_iter().take(shown);
        view! { <tr>{cells.map(|cell| view! { <td>{cell}</td> }).collect::<Vec<_>>()}</tr> }
    };
    view! {
        <section class="paper-only" data-testid="contacts">
            <h2>{ui.t(texts::rules::CONTACTS)}</h2>
            <table class="list-table" aria-label=ui.t(texts::rules::CONTACTS)>
                <thead><tr>
                    {head.into_iter().flatten().map(|label| view! { <th>{ui.t(label)}</th> }).collect::<Vec<_>>()}
                </tr></thead>
                <tbody>{live(move || lines().into_iter().map(line).collect::<Vec<_>>())}</tbody>
            </table>
        </section>
    }
}

/// Name, department, role and how they are reached; nobody who has left or has no name.
fn line_of(log: &Log, lang: Lang, record: &RecordId, today: NaiveDate) -> Option<[String; 4]> {
    let form = Form::new(log, record.clone());
    let name = form.get(member::PERSON)?;
    if !member::is_active(&form, today) {
        return None;
    }
    let home = form.get(member::DEPARTMENT);
    let home = home.map(|home| short_name(log, &home, lang));
    let role = member::MEMBER.field(member::PROJECT_ROLE.name);
    let from = Viewpoint {
        lang,
        zone: Zone::AsWritten,
    };
    let role = role.map(|field| value_text(log, field, &form.value(field.key), from));
    let reached = form.rows(contact::KIND).into_iter();
    let reached: Vec<String> = reached
        .filter_map(|one| one.get(contact::CONTACT_OF))
        .collect();
    let reached = reached.join(texts::LIST_SEPARATOR.text(lang));
    let words = [home, role].map(Option::unwrap_or_default);
    let [home, role] = words;
    Some([name, home, role, reached])
}
