//! The saved views of the plan: one's own and those for everybody, as addresses.

use super::session::Session;
use super::shown::{PlanShown, PlanView};
use crate::model::template::{CellType, Form};
use crate::model::{RecordId, Value};
use crate::templates::view;

/// A way to look at the plan that somebody gave a name.
#[derive(Debug, Clone, PartialEq)]
pub struct SavedView {
    pub record: RecordId,
    pub name: String,
    pub is_mine: bool,
    pub is_shared: bool,
    pub view: PlanView,
    pub shown: PlanShown,
}

impl SavedView {
    fn read(form: &Form<'_>, me: Option<&RecordId>) -> Option<Self> {
        let owner = form.get(view::OWNER);
        Some(Self {
            record: form.record().clone(),
            name: form.get(view::NAME)?,
            is_mine: owner.is_none() || owner.as_ref() == me,
            is_shared: form.get(view::SHARED).unwrap_or(false),
            view: PlanView::of_word(&form.get(view::VIEW)?)?,
            shown: PlanShown::parse(&form.get(view::QUERY).unwrap_or_default()),
        })
    }

    /// What the address says while it is shown.
    pub fn asked(&self) -> PlanShown {
        PlanShown {
            saved: Some(Box::new(self.record.clone())),
            ..self.shown.clone()
        }
    }
}

/// What a view keeps of what is shown: all but the selection and which view it was.
fn kept(shown: &PlanShown) -> PlanShown {
    PlanShown {
        saved: None,
        selected: Vec::new(),
        ..shown.clone()
    }
}

fn query(shown: &PlanShown) -> String {
    let text = kept(shown).to_string();
    text.trim_start_matches('?').to_owned()
}

impl Session {
    /// The views of whoever acts here, then those of others for everybody; watches them.
    pub fn plan_views(&self) -> Vec<SavedView> {
        let me = self.me();
        let rows = self.rows(view::KIND);
        let read = |log: &crate::model::Log| {
            let forms = rows.into_iter().map(|row| Form::new(log, row));
            let all = forms.filter_map(|form| SavedView::read(&form, me.as_ref()));
            let (mut mine, others): (Vec<_>, Vec<_>) = all.partition(|one| one.is_mine);
            mine.extend(others.into_iter().filter(|one| one.is_shared));
            mine
        };
        self.watch(read)
    }

    /// Saves what is shown under a name.
    pub fn save_view(
        &self,
        name: &str,
        is_shared: bool,
        as_view: PlanView,
        shown: &PlanShown,
    ) -> Option<RecordId> {
        let me = self.me().map_or(Value::Null, |me| me.write());
        let row = vec![
            (view::NAME.name, Value::typed(name)),
            (view::OWNER.name, me),
            (view::SHARED.name, Value::Bool(is_shared)),
            (view::QUERY.name, Value::text(query(shown))),
            (view::VIEW.name, Value::text(as_view.word())),
        ];
        let row = row
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        self.add_rows(view::KIND, None, None, &[row])
            .into_iter()
            .next()
    }

    /// Saves what is shown in place of what a view showed.
    pub fn write_view(&self, record: &RecordId, as_view: PlanView, shown: &PlanShown) {
        let fields = [
            (view::QUERY.name, Value::text(query(shown))),
            (view::VIEW.name, Value::text(as_view.word())),
        ];
        self.set_fields(record, &fields);
    }
}

/// Whether something else is shown than a view says.
pub fn is_changed(saved: &SavedView, view: PlanView, shown: &PlanShown) -> bool {
    saved.view != view || kept(shown) != kept(&saved.shown)
}
