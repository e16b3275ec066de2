package org.ardina.moderation;

import java.util.Map;
import java.util.Random;

/** A way in which people write words that they may not write. */
enum Disguise {
    SIGNS {
        @Override
        String wear(String word, Random random) {
            // A word of nothing but signs is read by nobody.
            StringBuilder disguised = new StringBuilder(word);
            int left = word.length() - 2;
            for (int i = 1; i < word.length() && left > 0; i++) {
                String signs = LEET.getOrDefault(word.charAt(i), "");
                if (!signs.isEmpty() && random.nextBoolean()) {
                    disguised.setCharAt(i, signs.charAt(random.nextInt(signs.length())));
                    left--;
                }
            }
            return disguised.toString();
        }
    },
    STAR {
        @Override
        String wear(String word, Random random) {
            int hidden = 1 + random.nextInt(word.length() - 2);
            return word.substring(0, hidden) + '*' + word.substring(hidden + 1);
        }
    },
    SPACES {
        @Override
        String wear(String word, Random random) {
            return String.join(random.nextBoolean() ? " " : "  ", Disguise.letters(word));
        }
    },
    JOINTS {
        @Override
        String wear(String word, Random random) {
            String joint = String.valueOf("-_.~*·,/".charAt(random.nextInt(8)));
            return String.join(joint, Disguise.letters(word));
        }
    },
    INVISIBLE {
        @Override
        String wear(String word, Random random) {
            return between(word, random, "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u034F\u180E\uFE0F");
        }
    },
    MARKS {
        @Override
        String wear(String word, Random random) {
            return between(word, random, "\u0300\u0301\u0302\u0308\u0323\u0334\u0335\u0336\u0338\u20DD\u0489");
        }
    },
    LOOKALIKES {
        @Override
        String wear(String word, Random random) {
            StringBuilder disguised = new StringBuilder();
            for (String letter : Disguise.letters(word)) {
                String[] others = HOMOGLYPHS.getOrDefault(letter, new String[] {letter});
                disguised.append(others[random.nextInt(others.length)]);
            }
            return disguised.toString();
        }
    },
    ALPHABETS {
        @Override
        String wear(String word, Random random) {
            // Fullwidth; circled; bold, script, monospace of mathematics; negative squared; regional indicators.
            int[] firsts = {0xFF41, 0x24D0, 0x1D41A, 0x1D4EA, 0x1D68A, 0x1F170, 0x1F1E6};
            int first = firsts[random.nextInt(firsts.length)];
            StringBuilder disguised = new StringBuilder();
            word.chars().forEach(c -> disguised.appendCodePoint(c >= 'a' && c <= 'z' ? first + c - 'a' : c));
            return disguised.toString();
        }
    },
    REPEATED {
        @Override
        String wear(String word, Random random) {
            StringBuilder disguised = new StringBuilder();
            for (String letter : Disguise.letters(word)) {
                disguised.append(letter.repeat(1 + random.nextInt(4)));
            }
            return disguised.toString();
        }
    },
    CAPITALS {
        @Override
        String wear(String word, Random random) {
            StringBuilder disguised = new StringBuilder();
            word.chars()
                    .forEach(c -> disguised.append(random.nextBoolean() ? (char) c : Character.toUpperCase((char) c)));
            return disguised.toString();
        }
    };

    private static final Map<Character, String> LEET = Map.ofEntries(
            Map.entry('a', "4@"),
            Map.entry('b', "8"),
            Map.entry('c', "("),
            Map.entry('e', "3"),
            Map.entry('g', "69"),
            Map.entry('i', "1!|"),
            Map.entry('l', "1|"),
            Map.entry('o', "0"),
            Map.entry('s', "5$"),
            Map.entry('t', "7+"),
            Map.entry('z', "2"),
            Map.entry('u', "v"));

    private static final Map<String, String[]> HOMOGLYPHS = Map.ofEntries(
            Map.entry("a", new String[] {"а", "α", "ɑ", "ａ", "à", "ã"}),
            Map.entry("b", new String[] {"Ь", "В", "ｂ"}),
            Map.entry("c", new String[] {"с", "ϲ", "ç", "ⅽ"}),
            Map.entry("d", new String[] {"ԁ", "ⅾ", "đ"}),
            Map.entry("e", new String[] {"е", "é", "ｅ", "ē"}),
            Map.entry("h", new String[] {"һ", "ｈ"}),
            Map.entry("i", new String[] {"і", "ı", "í", "ɩ"}),
            Map.entry("k", new String[] {"к", "κ", "К"}),
            Map.entry("l", new String[] {"ӏ", "ⅼ", "ł"}),
            Map.entry("m", new String[] {"м", "М", "ⅿ"}),
            Map.entry("o", new String[] {"о", "ο", "օ", "ø", "õ"}),
            Map.entry("p", new String[] {"р", "ρ"}),
            Map.entry("s", new String[] {"ѕ", "ꜱ", "š"}),
            Map.entry("t", new String[] {"т", "τ", "Т"}),
            Map.entry("u", new String[] {"υ", "ս", "ü"}),
            Map.entry("v", new String[] {"ѵ", "ν"}),
            Map.entry("x", new String[] {"х", "×"}),
            Map.entry("y", new String[] {"у", "ү"}));

    /** The word, disguised; at least three letters of {@code a} to {@code z}. */
    abstract String wear(String word, Random random);

    private static String between(String word, Random random, String signs) {
        StringBuilder disguised = new StringBuilder();
        for (String letter : letters(word)) {
            disguised.append(letter).append(signs.charAt(random.nextInt(signs.length())));
        }
        return disguised.toString();
    }

    private static String[] letters(String word) {
        return word.chars().mapToObj(Character::toString).toArray(String[]::new);
    }
}
