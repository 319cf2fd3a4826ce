//! What is chosen or written by hand of a ruling and not yet ruled: it is there after the page was loaded anew.

use crate::analysis::resources::clashes::Grant;
use crate::analysis::resources::figures::{amount_of, amount_text};
use crate::state::Session;
use crate::ui::screen::base::composer::keep;
use crate::ui::screen::base::context::Ui;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What is being written of one request.
#[derive(Clone, PartialEq)]
pub(super) struct ByHand {
    pub(super) grant: Grant,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) amount: String,
}

impl ByHand {
    pub(super) fn of(grant: Grant) -> Self {
        Self {
            from: grant.days.from.to_string(),
            to: grant.days.to.to_string(),
            amount: amount_text(grant.amount),
            grant,
        }
    }

    pub(super) fn read(&self) -> Option<Grant> {
        let day = |text: &str| text.trim().parse::<NaiveDate>().ok();
        let mut grant = self.grant.clone();
        grant.days.from = day(&self.from)?;
        grant.days.to = day(&self.to)?;
        grant.amount = amount_of(&self.amount)?;
        Some(grant)
    }
}

/// What a way out gives, in letters that stay the same as long as it gives the same.
pub(super) fn way_key(grants: &[Grant]) -> String {
    let one = |grant: &Grant| {
        let row = ByHand::of(grant.clone());
        [grant.request.to_string(), row.from, row.to, row.amount].join(" ")
    };
    grants.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What is chosen and not yet ruled: the way out, by what it gives, or the rows of the days by hand. Nothing comes back
/// of a way that is none any more, nor of a request that is not in the clash.
pub(super) struct HalfRuled {
    pub(super) place: String,
    pub(super) ways: Vec<String>,
    pub(super) asked: Vec<ByHand>,
    pub(super) chosen: RwSignal<Option<usize>>,
    pub(super) by_hand: RwSignal<Vec<ByHand>>,
}

/// What stands for the days by hand among the ways out.
const BY_HAND: &str = "by hand";

impl HalfRuled {
    pub(super) fn keep(self, ui: Ui, session: Session) {
        let Self {
            place,
            ways,
            asked,
            chosen,
            by_hand,
        } = self;
        let hand = ways.len();
        let known = ways.clone();
        let letters = move || {
            let way = chosen.get().map(|at| match ways.get(at) {
                Some(way) => way.clone(),
                None => BY_HAND.to_owned(),
            });
            let changed = by_hand.with(|all| {
                let all = all.iter().filter(|row| !asked.contains(row));
                let row = |row: &ByHand| {
                    let request = row.grant.request.to_string();
                    [
                        request,
                        row.from.clone(),
                        row.to.clone(),
                        row.amount.clone(),
                    ]
                };
                all.flat_map(row).collect::<Vec<_>>()
            });
            std::iter::once(way.unwrap_or_default())
                .chain(changed)
                .collect()
        };
        let put = move |letters: Vec<String>| {
            let Some((way, rows)) = letters.split_first() else {
                return chosen.set(None);
            };
            let at = known.iter().position(|known| known == way);
            chosen.set(at.or_else(|| (way == BY_HAND).then_some(hand)));
            by_hand.update(|all| {
                for row in rows.chunks_exact(4) {
                    let is_it = |one: &&mut ByHand| one.grant.request.to_string() == row[0];
                    if let Some(one) = all.iter_mut().find(is_it) {
                        one.from.clone_from(&row[1]);
                        one.to.clone_from(&row[2]);
                        one.amount.clone_from(&row[3]);
                    }
                }
            });
        };
        keep(ui, session, &place, Box::new(letters), Box::new(put));
    }
}
