using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.TagMonitoring;

/// <summary>What a tag may monitor: places and hours that have one meaning for everybody who reads them.</summary>
public static class TagTerms
{
    // The most and the least that a court could order in a day (Sentencing Act 2020 Sch. 9 para. 9); an agreement asks for no more.
    private static readonly Duration ShortestCurfew = Duration.FromHours(2);
    private static readonly Duration LongestCurfew = Duration.FromHours(20);

    /// <summary>Why they may not be agreed; null when they may.</summary>
    public static Refusal? Check(ConditionTerms.TagMonitoring terms)
    {
        var zones = terms.Zones.IsDefault ? [] : terms.Zones;
        return zones.IsEmpty && terms.Curfew is null
            ? new Refusal.Invalid(
                RefusalCode.TagWithoutTerms, "A tag needs something to watch. Name a place to keep away from or to stay within, or give the hours of a curfew.")
            : Check(zones) ?? (terms.Curfew is { } curfew ? Check(curfew) : null);
    }

    private static Refusal? Check(ImmutableArray<TagZone> zones)
    {
        var named = new Dictionary<string, TagZoneKind>();
        foreach (var zone in zones)
        {
            var name = Fold(zone.Description);
            if (name.Length == 0)
            {
                return new Refusal.Invalid(RefusalCode.TextMissing, "A zone has no name. Describe each place in words.");
            }

            if (!named.TryAdd(name, zone.Kind))
            {
                return named[name] == zone.Kind
                    ? new Refusal.RuleForbids(
                        RefusalCode.ZoneRepeated, $"The same place to {Words(zone.Kind)} is there twice. Leave one out.")
                    : new Refusal.RuleForbids(
                        RefusalCode.ZoneContradicts, "One place is both to keep away from and to stay within. Decide which, or describe two places more exactly.");
            }
        }

        return null;
    }

    private static Refusal? Check(Curfew curfew)
    {
        if (curfew.From == curfew.Until)
        {
            return Invalid("The curfew starts and ends at the same time: nobody can tell whether that is no time or all day. Change one of the two.");
        }

        if (IsWithinMinute(curfew.From) || IsWithinMinute(curfew.Until))
        {
            return Invalid("A curfew is given in hours and minutes, like 7pm to 7am. Leave out the seconds.");
        }

        var length = Duration.FromTicks(curfew.Until.TickOfDay - curfew.From.TickOfDay);
        length = length > Duration.Zero ? length : length + Duration.FromDays(1);
        return length < ShortestCurfew || length > LongestCurfew
            ? Invalid($"The curfew lasts {Domain.Words.Length((int)length.TotalMinutes)}. It must last from {ShortestCurfew.TotalHours} to {LongestCurfew.TotalHours} hours. Change the times.")
            : null;
    }

    private static bool IsWithinMinute(LocalTime time) => time.TickOfDay % NodaConstants.TicksPerMinute != 0;

    private static Refusal.Invalid Invalid(string message) => new(RefusalCode.CurfewInvalid, message);

    private static string Words(TagZoneKind kind) => kind == TagZoneKind.Exclusion ? "keep away from" : "stay within";

    /// <summary>"The High Street" and "the  high street." are the same place.</summary>
    private static string Fold(string description) =>
        string.Concat(description.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
