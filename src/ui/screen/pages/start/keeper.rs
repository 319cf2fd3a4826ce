//! What is typed into the wizard stays in this browser until a project is made of it: one who leaves, reloads or opens
//! another tab finds it again. Each tab keeps its own, and begins with the one kept last.

use super::typed::Typed;
use crate::analysis::begin::start::Unfinished;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;

/// The settings of this browser that hold it, one for each tab.
const SETTINGS: &str = "start/";

/// Where this tab keeps what is typed.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    /// Its own name, and the one it began with as long as that says the same.
    names: StoredValue<(String, Option<String>)>,
    /// What is kept now.
    now: RwSignal<Unfinished>,
}

/// Puts back what was typed before, and keeps what is typed from now on.
pub(super) fn keep(ui: Ui, typed: Typed) -> Keeper {
    let latest = Unfinished::latest(ui.store().settings(SETTINGS));
    let (from, before) = latest.unzip();
    let kept = Keeper {
        names: StoredValue::new((port::random_name(), from)),
        now: RwSignal::new(before.clone().unwrap_or_default()),
    };
    if let Some(before) = before {
        typed.put_back(ui, before);
    }
    typed.follow_days(ui);
    typed.follow_scenario(ui);
    super::departments::follow_language(ui, typed.rows, move || typed.scenario());
    Effect::new(move |_| kept.write(ui, typed.unfinished(ui)));
    life::while_here(async move {
        let far = ui.store().drafts(SETTINGS).await;
        kept.go_back_to(ui, typed, far);
    });
    kept
}

impl Keeper {
    /// A browser that was killed may have lost from localStorage what IndexedDB has: that is put back, unless somebody
    /// has begun to type.
    fn go_back_to(self, ui: Ui, typed: Typed, far: Vec<(String, String)>) {
        let near = ui.store().settings(SETTINGS);
        let Some((name, latest)) = Unfinished::latest(near.into_iter().chain(far)) else {
            return;
        };
        let stands = self.now.get_untracked();
        if latest == stands || untrack(|| typed.unfinished(ui)) != stands {
            return;
        }
        let own = self.names.try_update_value(|(own, first)| {
            *first = (*own != name).then_some(name.clone());
            *own == name
        });
        if own == Some(false) {
            self.now.set(latest.clone());
            typed.put_back(ui, latest);
        }
    }

    fn write(self, ui: Ui, typed: Unfinished) {
        if self.now.with_untracked(|now| *now == typed) {
            return;
        }
        if typed.is_empty() {
            self.forget(ui);
        } else {
            let own = self.names.with_value(|(own, _)| setting(own));
            let now_ms = ui.now().timestamp_millis();
            if ui.store().keep_draft(&own, &typed.kept(now_ms)) {
                self.forget_first(ui);
            }
        }
        self.now.set(typed);
    }

    /// There is a project now, or somebody begins anew.
    pub(super) fn forget(self, ui: Ui) {
        let own = self.names.with_value(|(own, _)| setting(own));
        ui.store().forget_draft(&own);
        self.forget_first(ui);
    }

    /// What this tab began with stands in its own by now.
    fn forget_first(self, ui: Ui) {
        let first = self.names.try_update_value(|(_, first)| first.take());
        if let Some(first) = first.flatten() {
            ui.store().forget_draft(&setting(&first));
        }
    }
}

fn setting(name: &str) -> String {
    format!("{SETTINGS}{name}")
}

/// That it is kept, and the button to begin anew; nothing while nothing is typed.
#[component]
pub(super) fn KeptNote(typed: Typed, kept: Keeper) -> impl IntoView {
    let ui = ui();
    let is_any = Memo::new(move |_| kept.now.with(|now| !now.is_empty()));
    Effect::new(move |_| {
        if let Some(before) = ui.typed_before.get() {
            ui.typed_before.set(None);
            typed.put_back(ui, before);
        }
    });
    let anew = move |_| {
        let before = Deed::TypedBefore(Box::new(kept.now.get_untracked()));
        typed.put_back(ui, Unfinished::default());
        let said = ui.text(texts::start::ANEW_DONE).to_owned();
        ui.notices
            .info_with(said, texts::frame::UNDO, "undo-anew", before);
        crate::ui::screen::base::dom::focus_soon("[data-field=project_name]".into());
    };
    live(move || {
        is_any.get().then(|| {
            view! {
                <p class="hint" data-testid="kept">
                    {ui.t(texts::start::TYPED_STAYS)} " "
                    <button type="button" class="link" data-testid="anew" on:click=anew>
                        {ui.t(texts::start::ANEW)}
                    </button>
                </p>
            }
        })
    })
}
