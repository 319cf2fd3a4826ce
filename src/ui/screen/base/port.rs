//! Clock, chance and storage of the browser, as the open project asks for them.

use crate::model::template::{Lang, Viewpoint};
use crate::model::{Change, ChangeId, Moment, ProjectId, Zone};
use crate::state::Port;
use crate::storage::{Reach, Store};
use chrono::FixedOffset;

/// The browser behind an open project.
pub(in crate::ui) struct BrowserPort(Store);

impl BrowserPort {
    /// Saves into that store.
    pub(in crate::ui) fn new(store: Store) -> Self {
        Self(store)
    }
}

/// Now, in the browser's time zone; what shows it asks [`super::context::Ui::now`], which watches the day.
pub(in crate::ui) fn clock() -> Moment {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit"
    )]
    let ms = js_sys::Date::new_0().get_time() as i64;
    moment(ms)
}

/// Where the browser is, summer time included.
pub(in crate::ui) const ZONE: Zone = Zone::Local(offset_at);

/// From here, in a language.
pub(in crate::ui) fn seen_from_here(lang: Lang) -> Viewpoint {
    Viewpoint { lang, zone: ZONE }
}

fn offset_at(ms: i64) -> FixedOffset {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of the years that are shown"
    )]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(ms as f64));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a time zone is less than a day of minutes"
    )]
    let east_seconds = -(date.get_timezone_offset() as i32) * 60;
    FixedOffset::east_opt(east_seconds).unwrap_or(FixedOffset::east_opt(0).expect("zero is a zone"))
}

/// A moment given in milliseconds since 1970, in the browser's time zone.
pub(in crate::ui) fn moment(ms: i64) -> Moment {
    crate::model::clock::moment_of(ms, offset_at(ms))
}

/// Milliseconds until the next midnight in the browser's time zone; where its clocks are put back or forward that
/// night, an hour off.
pub(in crate::ui) fn until_midnight_ms() -> u32 {
    let passed = clock().time().signed_duration_since(chrono::NaiveTime::MIN);
    u32::try_from(86_400_000 - passed.num_milliseconds()).unwrap_or_default()
}

/// That moment as people read it: `2026-03-05 14:30`.
pub(in crate::ui) fn time_text(ms: i64) -> String {
    crate::model::template::minute_text(moment(ms))
}

/// Fills with random bytes.
pub(in crate::ui) fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("every browser has crypto.getRandomValues");
}

/// A name nobody else draws, of something that this browser alone keeps.
pub(in crate::ui) fn random_name() -> String {
    let mut bytes = [0; 10];
    random(&mut bytes);
    crate::model::id::drawn_name(bytes)
}

impl Port for BrowserPort {
    fn now(&self) -> Moment {
        clock()
    }
    fn zone(&self) -> Zone {
        ZONE
    }
    fn random(&self, bytes: &mut [u8]) {
        random(bytes);
    }
    fn append(&self, project: ProjectId, batch: &str, changes: &[Change]) {
        self.0.append(project, batch, changes);
    }
    fn switch(&self, project: ProjectId, batch: &str, number: u64) {
        self.0.switch(project, batch, number);
    }
    fn set_note(&self, project: ProjectId, name: &str, text: &str) {
        self.0.set_note(project, name, text);
    }
    fn note(&self, project: ProjectId, name: &str) -> Option<String> {
        self.0.note(project, name)
    }
    fn notes(&self, project: ProjectId, prefix: &str) -> Vec<(String, String)> {
        let named = self.0.notes(project, prefix).into_iter();
        named
            .filter_map(|(name, text)| Some((name.strip_prefix(prefix)?.to_owned(), text)))
            .collect()
    }
    fn set_whole(&self, project: ProjectId) {
        self.0.set_whole(project);
    }
    fn reach(&self, project: ProjectId) -> Reach {
        self.0.reach(project)
    }
    fn lost(&self, project: ProjectId) -> Vec<ChangeId> {
        self.0.lost(project)
    }
}
