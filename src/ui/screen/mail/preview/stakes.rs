//! What will be replaced, and what else deserves the first look: by name, before all lists. Many of one sort are one
//! line with the first names, and all of them one press away.

use super::long::{VALUE, WINDOW, long, more, name};
use super::shown::Shown;
use super::verdict::label;
use super::whose::Whose;
use crate::analysis::words::look::shortened;
use crate::exchange::Preview;
use crate::exchange::preview::{Stake, Weight};
use crate::model::template::{Label, ORDER};
use crate::templates::identity;
use crate::ui::screen::base::pieces::{live, press, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// Up to so many places each have a line; of more, those of one sort share one.
const LINES: usize = 6;
/// Names said in a line that several share.
const NAMES: usize = 4;
/// Characters of each of them.
const SHORT: usize = 20;

/// What would be replaced, then what else is worth a look first.
#[component]
pub(super) fn Stakes(shown: Shown) -> impl IntoView {
    let Shown { ui, outlook, .. } = shown;
    let groups = [
        (true, texts::mail::WILL_BE_REPLACED),
        (false, texts::mail::LOOK_HERE_FIRST),
    ];
    let group = move |(replaces, heading): (bool, Label)| {
        let of_group = outlook.with(|outlook| {
            let all = outlook.stakes.iter();
            let mine = all.filter(|stake| stake.replaces == replaces);
            mine.cloned().collect::<Vec<Stake>>()
        });
        (!of_group.is_empty()).then(|| {
            let count = match replaces {
                true => of_group.len(),
                false => things(&of_group).len(),
            };
            let count = count.to_string();
            view! {
                <h3>{ui.fill(heading, &[("n", &count)])}</h3>
                <ul data-replaces=replaces.to_string()>{shown.folded(of_group)}</ul>
            }
        })
    };
    let groups = move || groups.into_iter().map(group).collect::<Vec<_>>();
    live(move || {
        let is_any = outlook.with(|outlook| !outlook.stakes.is_empty());
        is_any.then(|| view! { <section class="stakes" data-testid="stakes">{groups()}</section> })
    })
}

impl Shown {
    /// A line for each; of many, one for each sort.
    fn folded(self, stakes: Vec<Stake>) -> AnyView {
        let is_many = stakes.len() > LINES;
        let mut sorts: Vec<Vec<Stake>> = Vec::new();
        for stake in stakes {
            match sorts.last_mut() {
                Some(sort) if is_many && sort[0].weight == stake.weight => sort.push(stake),
                _ => sorts.push(vec![stake]),
            }
        }
        let sort = |sort: Vec<Stake>| match sort.as_slice() {
            [only] => self.with_whose(|whose| self.line(whose, only)),
            _ => self.sort(sort),
        };
        sorts.into_iter().map(sort).collect::<Vec<_>>().into_any()
    }

    /// Those of one sort: the first names, and all of them when asked.
    fn sort(self, stakes: Vec<Stake>) -> AnyView {
        let ui = self.ui;
        let total = stakes.len();
        let (is_open, shown) = (RwSignal::new(false), RwSignal::new(WINDOW));
        let stakes = StoredValue::new(stakes);
        let line = move || {
            stakes.with_value(|stakes| {
                self.with_whose(|whose| self.summary(whose, stakes, move || is_open.set(true)))
            })
        };
        let lines = move || {
            stakes.with_value(|stakes| {
                let window = &stakes[..total.min(shown.get())];
                let lines = self.with_whose(|whose| {
                    let lines = window.iter().map(|stake| self.line(whose, stake));
                    lines.collect::<Vec<_>>()
                });
                view! { {lines} {more(ui, shown, total).map(|more| view! { <li>{more}</li> })} }
            })
        };
        live(move || match is_open.get() {
            true => lines().into_any(),
            false => line(),
        })
        .into_any()
    }

    fn summary(self, whose: &Whose<'_>, stakes: &[Stake], open: impl FnMut() + 'static) -> AnyView {
        let ui = self.ui;
        let things = things(stakes);
        let named = things.iter().take(NAMES).map(|thing| {
            // What somebody says is told in their words, not by its place.
            let record = &thing[0].record;
            let is_word = thing[0].weight == Weight::Word;
            let said = is_word.then(|| self.word(whose.preview, record));
            if let Some(said) = said.flatten() {
                return shortened(&said, VALUE);
            }
            match thing.as_slice() {
                [only] if only.weight == Weight::Decision => {
                    let name = shortened(&self.called(whose.preview, only), 2 * SHORT);
                    let value = self.value(whose.preview, record, &only.key, &only.to);
                    let colon = ui.text(texts::forms::COLON);
                    format!("{name}{colon}{}", shortened(&value, SHORT))
                }
                [only] => shortened(&self.called(whose.preview, only), SHORT),
                _ => shortened(&self.record(whose.preview, record), SHORT),
            }
        });
        let names: Vec<String> = named.collect();
        let mut text = names.join(ui.text(texts::LIST_SEPARATOR));
        let left = things.len().saturating_sub(NAMES);
        if left > 0 {
            text.push_str(ui.text(texts::LIST_SEPARATOR));
            text.push_str(&ui.fill(texts::mail::AND_MORE, &[("n", &left.to_string())]));
        }
        let mut by: Vec<String> = Vec::new();
        for told in stakes.iter().map(|stake| whose.told(stake)) {
            if !by.contains(&told) && by.len() <= NAMES {
                by.push(told);
            }
        }
        let is_all = by.len() <= NAMES;
        let mut by = by[..by.len().min(NAMES)].join(ui.text(texts::mail::SEMICOLON));
        if !is_all {
            by.push('…');
        }
        let weight = stakes[0].weight;
        let count = things.len().to_string();
        let sort = ui.fill(
            texts::mail::PART_OF_N,
            &[("what", ui.text(label(weight))), ("n", &count)],
        );
        view! {
            <li data-testid="stake" data-weight=weight.key() data-count=count>
                <span class="chip" data-tone=tone(weight)>{sort}</span>
                <span>
                    <bdi>{with_whole_days(&text)}</bdi> " "
                    <button type="button" class="link" data-testid="stakes-all" on:click=press(open)>
                        {ui.t(texts::mail::LIST_ALL)}
                    </button>
                </span>
                <span class="hint"><bdi>{by}</bdi></span>
            </li>
        }.into_any()
    }

    fn line(self, whose: &Whose<'_>, stake: &Stake) -> AnyView {
        let ui = self.ui;
        let preview = whose.preview;
        let (record, key) = (&stake.record, &stake.key);
        let is_whole = matches!(stake.weight, Weight::Deleted | Weight::Restored);
        let values = (!is_whole && key.as_str() != ORDER).then(|| {
            let element = self
                .put_in(record, key, &stake.to)
                .map(|label| ui.text(label).to_owned());
            let is_one = element.is_some() || stake.from == stake.to;
            let from = (!is_one).then(|| {
                view! { {long(ui, self.value(preview, record, key, &stake.from), VALUE)} " → " }
            });
            let to = element.unwrap_or_else(|| self.value(preview, record, key, &stake.to));
            view! { {ui.text(texts::forms::COLON)} {from} {long(ui, to, VALUE)} }
        });
        let differs = stake.is_open.then(|| {
            view! {
                " " <span class="chip" data-tone="warn">"≠ " {ui.text(texts::mail::DIFFERS)}</span>
            }
        });
        view! {
            <li data-testid="stake" data-weight=stake.weight.key() data-record=record.to_string()
                data-field=key.to_string()>
                <span class="chip" data-tone=tone(stake.weight)>{ui.text(label(stake.weight))}</span>
                <span>{name(&self.called(preview, stake))} {values} {differs}</span>
                <span class="hint"><bdi>{whose.told(stake)}</bdi></span>
            </li>
        }.into_any()
    }

    /// The place, as it is called; a record alone where all of it goes or comes back.
    fn called(self, preview: &Preview, stake: &Stake) -> String {
        if stake.record.kind() == identity::KIND {
            let name = preview
                .after
                .log
                .value(&stake.record, &crate::model::FieldKey::of(identity::NAME));
            return match name.as_text() {
                Some(name) => self.ui.fill(
                    texts::mail::COUNTS_AS,
                    &[(
                        "name",
                        &crate::analysis::words::look::marked(name.to_owned()),
                    )],
                ),
                None => self.ui.text(texts::mail::UNSIGNED_COUNT_AS).to_owned(),
            };
        }
        match stake.weight {
            Weight::Deleted | Weight::Restored => self.record(preview, &stake.record),
            _ => self.place(preview, &stake.record, &stake.key),
        }
    }
}

/// The places, those of one thing together: a remark with who made it is one thing to look at.
fn things(stakes: &[Stake]) -> Vec<Vec<&Stake>> {
    let mut things: Vec<Vec<&Stake>> = Vec::new();
    for stake in stakes {
        match things
            .iter_mut()
            .find(|thing| thing[0].record == stake.record)
        {
            Some(thing) => thing.push(stake),
            None => things.push(vec![stake]),
        }
    }
    things
}

const fn tone(weight: Weight) -> &'static str {
    match weight {
        Weight::Deleted => "danger",
        Weight::Content | Weight::Place => "neutral",
        _ => "warn",
    }
}
