//! Sorting and gathering, each made once for all types: the library's own are made anew for every type and
//! comparison, which cost this program 60 KiB on the wire.

use std::cmp::Ordering;

/// Sorts stably. One sort of numbers does it for every type; what is sorted then moves to its place.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let is_sorted = |pair: &[T]| compare(&pair[0], &pair[1]) != Ordering::Greater;
    if items.windows(2).all(is_sorted) {
        return;
    }
    let mut order: Vec<u32> = (0..u32::try_from(items.len()).unwrap_or(u32::MAX)).collect();
    sort_numbers(&mut order, &mut |a, b| {
        compare(&items[a as usize], &items[b as usize]).then(a.cmp(&b))
    });
    // `order[place]` is where the item of that place stands now; each cycle is turned once.
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = order[place] as usize;
            order[place] = place as u32;
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// Sorts stably by their own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

fn sort_numbers(order: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    order.sort_unstable_by(|a, b| compare(*a, *b));
}

/// Gathers into a set or map by inserting one after the other; collecting sorts first.
pub fn gather<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    for item in items {
        all.extend(Some(item));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, proptest};

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(items in proptest::collection::vec((0u8..9, any::<u16>()), 0..60)) {
            let items = items.into_iter().map(|(a, b)| (a, b.to_string())).collect::<Vec<_>>();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut sorted = items;
            sort_by(&mut sorted, |a, b| a.0.cmp(&b.0));
            assert_eq!(sorted, expected);
        }
    }
}
