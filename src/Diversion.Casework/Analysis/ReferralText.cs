using System.Globalization;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Time;
using Diversion.Evaluation.Rows;
using NodaTime;

namespace Diversion.Casework.Analysis;

/// <summary>
/// A referral to a provider, as it is stored: days on which it was sent, accepted and ended; then <c>t</c> for accepted in
/// time or <c>l</c> for later, how it ended, need, provider, service and its name:
/// <c>2026-03-04|2026-03-09||t||Accommodation|Home%20and%20Hearth|housing|Housing%20advice</c>.
/// </summary>
internal static class ReferralText
{
    /// <summary>Days before what comes in many rows.</summary>
    private const int Days = 3;

    /// <returns>Null when none was sent, when the provider declined, and for one of before its day was stored.</returns>
    public static string? Write(AgreementState state, PathwayCondition condition)
    {
        if (condition is not { SentAt: { } sent, Referral: PathwayReferral.Sent or PathwayReferral.Accepted })
        {
            return null;
        }

        var endedAt = condition.ClosedAt ?? (condition.IsOpen ? state.EndedAt : null);
        var inTime = condition.AcceptedInTime switch { true => "t", false => "l", null => "" };
        var (service, name) = (condition.Service?.Id ?? "", WordText.Escape(condition.Service?.Name ?? ""));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Day(sent)}|{Day(condition.AcceptedAt)}|{Day(endedAt)}|{inTime}|{ConditionText.EndOf(condition)}|{condition.Need}|{WordText.Escape(condition.Provider)}|{service}|{name}");
    }

    /// <param name="tails">What comes behind the days; see <see cref="Tail"/>.</param>
    public static ReferralFacts Read(ReadOnlySpan<byte> stored, Remembered<ReferralFacts> tails)
    {
        Span<Range> parts = stackalloc Range[Days];
        var from = 0;
        for (var day = 0; day < Days; day++)
        {
            var length = stored[from..].IndexOf((byte)WordText.Between);
            if (length < 0)
            {
                throw new FormatException("A stored referral has no days. Run `rebuild`: it makes the rows again from the events.");
            }

            parts[day] = from..(from + length);
            from += length + 1;
        }

        return tails.Of(stored[from..]) with
        {
            SentOn = StoredDay.Read(stored[parts[0]]), AcceptedOn = StoredDay.ReadOrNull(stored[parts[1]]), EndedOn = StoredDay.ReadOrNull(stored[parts[2]]),
        };
    }

    /// <summary>A referral without its days.</summary>
    /// <param name="pseudonymOf">Of a provider.</param>
    public static ReferralFacts Tail(string stored, Func<string, string> pseudonymOf)
    {
        var fields = stored.Split(WordText.Between);
        var provider = WordText.Unescape(fields[3]);
        return new(provider, pseudonymOf(provider), WordText.OrNull(fields[4]), WordText.OrNull(fields[5]), Words.Of(Enum.Parse<PathwayKind>(fields[2])), default)
        {
            InTime = fields[0].Length == 0 ? null : fields[0] == "t",
            End = fields[1].Length == 0 ? null : Enum.Parse<ConditionEnd>(fields[1]),
        };
    }

    private static string Day(Instant? at) => at is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(WorkingCalendar.DateOf(known)) : "";
}
