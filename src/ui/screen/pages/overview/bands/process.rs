//! Where a process is changed: what was said to the draft, who is silent, before and after, and how far it is kept.

use crate::analysis::standing::opinions_ahead::{OpinionsAhead, opinions_ahead};
use crate::analysis::standing::rollout::{RolloutStanding, before_and_after};
use crate::analysis::words::names::{names_joined, short_name};
use crate::model::Log;
use crate::model::template::Lang;
use crate::state::{Page, Route};
use crate::templates::{consultation, rollout_check};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::pages::rollout::metric_said;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The band.
#[component]
pub(super) fn Process() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let said = Memo::new(move |_| {
        rest.version();
        let lang = ui.lang.get();
        let today = session.now().date_naive();
        session.read(|log| (opinions_said(log, today, lang), metrics_said(ui, log)))
    });
    let of = |kind: &str| Route::Project(session.project(), Page::Kind(kind.to_owned()));
    let (opinions, rollout) = (of(consultation::KIND), of(rollout_check::KIND));
    let lines = move || {
        let rest = said.with(|(_, rest)| rest.clone());
        let line = |text: String| view! { <li>{text}</li> };
        rest.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <section class="card full" data-testid="process-band">
            <h2>{ui.t(texts::bands::OPINIONS_BAND)}</h2>
            <p><a href=opinions.to_string() data-testid="opinions-ahead">
                {live(move || said.with(|(opinions, _)| opinions.clone()))}
            </a></p>
            <ul class="figures">
                {live(lines)}
                <li><a href=rollout.to_string() data-testid="rollout-ahead">{live(move || {
                    rest.version();
                    let today = session.now().date_naive();
                    let standing = session.read(|log| RolloutStanding::of(log, today));
                    let places = [("n", &*standing.kept.to_string()), ("m", &*standing.all.to_string())];
                    ui.fill(texts::bands::ROLLOUT, &places)
                })}</a></li>
            </ul>
        </section>
    }
}

/// 意见 6 条：采纳 2 部分采纳 1 下版考虑 1 待答 2 · 还没答复：行政部; after the day 没有答复
fn opinions_said(log: &Log, today: NaiveDate, lang: Lang) -> String {
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let OpinionsAhead {
        draft,
        lines,
        answered,
        unanswered,
        silent,
        is_over,
    } = opinions_ahead(log, today);
    if draft.is_none() {
        return texts::bands::NO_OPINIONS.text(lang).to_owned();
    }
    let answers = answered
        .iter()
        .map(|(answer, n)| format!("{} {n}", answer.label.text(lang)));
    let left = unanswered.to_string();
    let open = (unanswered > 0).then(|| fill(texts::bands::BAND_TO_ANSWER, &[("n", &left)]));
    let parts: Vec<String> = answers.chain(open).collect();
    let n = lines.to_string();
    let mut said = vec![match parts.is_empty() {
        true => texts::opinions::NO_OPINIONS_YET.text(lang).to_owned(),
        false => {
            let parts = parts.join(texts::LIST_SEPARATOR.text(lang));
            fill(texts::bands::OPINIONS_ARE, &[("n", &n), ("parts", &parts)])
        }
    }];
    let names = names_joined(&silent, |one| short_name(log, one, lang), lang);
    let label = match is_over {
        true => texts::bands::BAND_SILENT,
        false => texts::bands::BAND_NOT_YET,
    };
    said.extend((!silent.is_empty()).then(|| fill(label, &[("names", &names)])));
    said.join(" · ")
}

/// Each metric that says what it was like before.
fn metrics_said(ui: Ui, log: &Log) -> Vec<String> {
    let all = before_and_after(log);
    all.iter().map(|one| metric_said(ui, log, one)).collect()
}
