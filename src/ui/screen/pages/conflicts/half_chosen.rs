//! What is chosen of a difference and not yet decided: it is there after the page was loaded anew.

use super::new_value::Chosen;
use crate::analysis::inbox::differences::Difference;
use crate::model::Value;
use crate::state::Session;
use crate::ui::screen::base::composer::keep;
use crate::ui::screen::base::context::Ui;
use leptos::prelude::*;

/// What stands for a new value among the letters of what is chosen.
const NEW: &str = "new";

/// What is chosen and not yet decided. A value that nobody offers any more is not chosen again.
pub(super) fn kept_choice(
    ui: Ui,
    session: Session,
    place: &str,
    difference: Memo<Difference>,
) -> RwSignal<Chosen> {
    let chosen = RwSignal::new(Chosen::Nothing);
    let letters_of = |value: &Value| format!("{value:?}");
    let letters = move || {
        let letters = match chosen.get() {
            Chosen::Nothing => String::new(),
            Chosen::New => NEW.to_owned(),
            Chosen::One(value) => letters_of(&value),
        };
        vec![letters]
    };
    let put = move |letters: Vec<String>| {
        let letters = letters.into_iter().next().unwrap_or_default();
        let offered = difference.with_untracked(|one| {
            let mut values = one.choices.iter().map(|choice| &choice.value);
            values.find(|value| letters_of(value) == letters).cloned()
        });
        chosen.set(match offered {
            Some(value) => Chosen::One(value),
            None if letters == NEW => Chosen::New,
            None => Chosen::Nothing,
        });
    };
    let place = format!("{place}/chosen");
    keep(ui, session, &place, Box::new(letters), Box::new(put));
    chosen
}
