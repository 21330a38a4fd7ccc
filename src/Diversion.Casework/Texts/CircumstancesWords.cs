using Diversion.Domain.Referral;

namespace Diversion.Casework.Texts;

/// <summary>What has to be known to meet the person, as text.</summary>
public static class CircumstancesWords
{
    /// <summary>What was asked and answered, in the order of the page.</summary>
    public static IEnumerable<(string Key, string Value)> Of(Circumstances known)
    {
        (string Key, string? Value)[] all =
        [
            ("Language", known.Language),
            ("Interpreter", known.Interpreter switch { true => "Needed", false => "Not needed", null => null }),
            ("Reasonable adjustments", known.Adjustments),
            ("Reading and writing", known.Literacy),
            ("Appropriate adult", known.AppropriateAdult),
            ("Vulnerability", known.Vulnerability),
            ("Pregnancy or caring duties", known.Caring),
            ("Best time to reach them", known.BestTime),
            ("Where they want to be met", known.MeetAt),
            ("Words to avoid", known.WordsToAvoid),
            ("Emergency contact", known.EmergencyContact),
            ("Emergency telephone", known.EmergencyPhone),
        ];
        return all.Where(one => one.Value is not null).Select(one => (one.Key, one.Value!));
    }

    /// <summary>For those who may read them: one line each.</summary>
    public static string Lines(Circumstances known) => string.Join('\n', Of(known).Select(one => $"{one.Key}: {one.Value}"));
}
