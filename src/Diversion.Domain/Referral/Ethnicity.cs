namespace Diversion.Domain.Referral;

/// <param name="Code">As the police record it: <c>W1</c>.</param>
/// <param name="Group">The broad group that it belongs to; null for not stated.</param>
/// <param name="Offered">Part of the 18+1 list. The others are codes of older and newer lists, which are read but not offered.</param>
public sealed record Ethnicity(string Code, string Words, string? Group, bool Offered = true, params IReadOnlyList<string> AlsoWritten);

/// <summary>
/// Self-defined ethnicity: the 18+1 codes that police forces of England and Wales record (the groups of the 2011 census,
/// and not stated). What people say of themselves, never what an officer perceives.
/// </summary>
public static class Ethnicities
{
    public const string WouldTake = "Choose an ethnicity from the list of self-defined codes, such as W1 (British) or NS (not stated)";

    private const string White = "White";
    private const string Mixed = "Mixed or multiple";
    private const string Asian = "Asian or Asian British";
    private const string Black = "Black, Black British, Caribbean or African";
    private const string Other = "Other";

    public static ImmutableArray<Ethnicity> All { get; } =
    [
        new("W1", "English, Welsh, Scottish, Northern Irish or British", White, true, "British", "White British"),
        new("W2", "Irish", White, true, "White Irish"),
        new("W3", "Gypsy or Irish Traveller", White, true, "Gypsy", "Irish Traveller", "White Gypsy or Irish Traveller"),
        new("W5", "Roma", White, false),
        new("W9", "Any other White background", White, true, "White other", "Other White"),
        new("M1", "White and Black Caribbean", Mixed),
        new("M2", "White and Black African", Mixed),
        new("M3", "White and Asian", Mixed),
        new("M9", "Any other Mixed or multiple background", Mixed, true, "Mixed", "Any other Mixed background", "Mixed other", "Other Mixed"),
        new("A1", "Indian", Asian, true, "Asian Indian"),
        new("A2", "Pakistani", Asian, true, "Asian Pakistani"),
        new("A3", "Bangladeshi", Asian, true, "Asian Bangladeshi"),
        new("A4", "Chinese", Asian, true, "Asian Chinese"),
        new("A9", "Any other Asian background", Asian, true, "Asian or Asian British", "Asian other", "Other Asian"),
        new("B1", "Caribbean", Black, true, "Black Caribbean"),
        new("B2", "African", Black, true, "Black African"),
        new("B9", "Any other Black, Black British or Caribbean background", Black, true, "Black or Black British", "Any other Black background", "Black other", "Other Black"),
        new("O1", "Chinese (code of the older list)", Other, false),
        new("O2", "Arab", Other),
        new("O9", "Any other ethnic group", Other, true, "Other"),
        new("N1", "Not stated: the officer was needed elsewhere", null, false),
        new("N2", "Not stated: public disorder", null, false),
        new("N3", "Not stated: the person did not understand the question", null, false),
        new("N4", "Not stated: the person declined", null, false),
        new("NS", "Not stated", null, true, "N/S", "Prefer not to say", "Refused"),
    ];

    /// <summary>The code for a text: the code itself or its name; null when it is neither.</summary>
    public static string? Read(string text)
    {
        var plain = Plain(text);
        return All.FirstOrDefault(one =>
            Plain(one.Code) == plain || Plain(one.Words) == plain || Plain($"{one.Group} {one.Words}") == plain || one.AlsoWritten.Any(word => Plain(word) == plain))?.Code;
    }

    /// <summary>"White: Irish (W2)". A text from before codes were used is shown as it was typed.</summary>
    public static string InWords(string stored) =>
        All.FirstOrDefault(one => one.Code == stored) is { } known ? $"{(known.Group is { } group ? $"{group}: " : "")}{known.Words} ({known.Code})" : stored;

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
