//! One cell of the table: the letter in words, who stands behind it, what differs, what is suggested.

use super::{RoleCell, RoleGrid, named, short_letter};
use crate::model::template::CellType;
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::assignment;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// What a place says.
#[derive(Clone, PartialEq, Default)]
pub(super) struct PlaceSaid {
    pub(super) letter: String,
    pub(super) person: Option<RecordId>,
    /// More than one version of the letter, or of the person.
    pub(super) versions: usize,
    /// A letter that somebody suggests.
    pub(super) suggested: String,
}

/// What a place says, watched.
pub(super) fn said(grid: RoleGrid, (row, column): &RoleCell) -> PlaceSaid {
    let session = grid.session;
    let Some(place) = place(grid, (row, column)) else {
        return PlaceSaid::default();
    };
    let (letter, person) = (
        FieldKey::of(assignment::LETTER.name),
        FieldKey::of(assignment::NAMED_PERSON.name),
    );
    let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
    let versions = [&letter, &person].map(|key| session.distinct(&place, key).len());
    let suggested = session.suggestions(&place, &letter).into_iter();
    let suggested = suggested.filter(|one| !one.is_declined).last();
    PlaceSaid {
        letter: text(&session.value(&place, &letter)),
        person: RecordId::read(&session.value(&place, &person)),
        versions: versions.into_iter().max().unwrap_or_default(),
        suggested: suggested.map_or_else(String::new, |one| text(&one.value)),
    }
}

/// The record of a place, which need not be there; watches which there are.
pub(super) fn place(grid: RoleGrid, (row, column): (&RecordId, &RecordId)) -> Option<RecordId> {
    grid.session.rows(assignment::KIND);
    let known = grid.session.read(|log| {
        let places = log.derived::<assignment::RolePlaces>();
        places.get(row, column).map(|place| place.record.clone())
    });
    known.or_else(|| assignment::place_of(row, column))
}

/// 拍板并执行 李主管
pub(super) fn in_words(ui: Ui, grid: RoleGrid, said: &PlaceSaid) -> String {
    let letter = assignment::letter_of(&said.letter);
    let letter = letter.map(|letter| ui.text(letter.label).to_owned());
    let person = said.person.as_ref();
    let person = person.map(|person| named(ui, grid.session, person));
    let parts: Vec<String> = letter.into_iter().chain(person).collect();
    parts.join(" ")
}

/// A place where it stands: keys and the focus find it by its row and its column.
#[component]
pub(super) fn Cell(grid: RoleGrid, cell: RoleCell) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let at = StoredValue::new(cell.clone());
    let said = Memo::new(move |_| at.with_value(|cell| said(grid, cell)));
    let (row, column) = (cell.0.to_string(), cell.1.to_string());
    let record = assignment::place_of(&cell.0, &cell.1).map(|place| place.to_string());
    let label = move || {
        let said = said.with(|said| in_words(ui, grid, said));
        let said = match said.is_empty() {
            true => ui.text(texts::roles::CELL_EMPTY).to_owned(),
            false => said,
        };
        let (row, column) =
            at.with_value(|(row, column)| (named(ui, session, row), named(ui, session, column)));
        let places = [("row", &*row), ("column", &*column), ("said", &*said)];
        ui.fill(texts::roles::CELL_NAME, &places)
    };
    let body = move || {
        let said = said.get();
        if said.versions > 1 {
            let n = said.versions.to_string();
            let text = ui.fill(texts::roles::VERSIONS, &[("n", &n)]);
            return view! { <span class="chip" data-tone="danger">{text}</span> }.into_any();
        }
        let person = said
            .person
            .filter(|_| assignment::needs_a_name(&said.letter));
        let person = person.map(|person| named(ui, session, &person));
        let letter = assignment::letter_of(&said.letter).map(|letter| letter.key);
        view! {
            <span class="letter">{ui.text(short_letter(&said.letter))}
                <span class="paper-only">" " {letter}</span></span>
            {person.map(|person| view! { <span class="role-person">{person}</span> })}
            {(!said.suggested.is_empty()).then(|| view! {
                <span class="suggested-letter">{ui.text(short_letter(&said.suggested))}</span>
            })}
        }
        .into_any()
    };
    let is_here = Memo::new(move |_| {
        grid.caret
            .with(|caret| at.with_value(|cell| caret.as_ref() == Some(cell)))
    });
    let is_first = move || {
        let is_free = grid.caret.with(Option::is_none);
        let is_at = at.with_value(|(row, column)| {
            grid.rows.with(|rows| rows.first() == Some(row))
                && grid
                    .columns
                    .with(|all| all.first().map(|one| &one.record) == Some(column))
        });
        is_free && is_at
    };
    let is_chosen = Memo::new(move |_| at.with_value(|cell| grid.is_chosen(cell)));
    view! {
        <td class="role-cell" role="gridcell" data-testid="role-cell" data-row=row data-column=column
            data-record=record data-letter=move || said.with(|said| said.letter.clone())
            data-chosen=move || is_chosen.get().to_string()
            tabindex=move || if is_here.get() || is_first() { "0" } else { "-1" }
            on:focusin=move |_| grid.stand_at(at.get_value())>
            <span class="hidden">{live(label)}</span>
            <span data-field=assignment::LETTER.name tabindex="-1" aria-hidden="true">
                <span data-field=assignment::NAMED_PERSON.name tabindex="-1">{live(body)}</span>
            </span>
        </td>
    }
}
