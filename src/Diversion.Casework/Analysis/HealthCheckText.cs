using System.Collections.Immutable;
using System.Globalization;
using Diversion.Casework.Formatting;
using Diversion.Domain.Support;
using Diversion.Domain.Time;
using Diversion.Evaluation.Rows;
using NodaTime.Text;

namespace Diversion.Casework.Analysis;

/// <summary>
/// A health check as it is stored: the day of the offer, <c>y</c> or <c>n</c> for the person's answer, the day on which it was
/// done, then each onward referral with what came of it: <c>2026-03-04|y|2026-03-20|Alcohol:TakenUp|Doctor:</c>.
/// </summary>
internal static class HealthCheckText
{
    private const char Between = '|';
    private const int BeforeReferrals = 3;

    public static string? Write(HealthCheck? check) => check is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(WorkingCalendar.DateOf(check.OfferedAt))}|{check.Accepted switch { true => "y", false => "n", null => "" }}|{(check.DoneOn is { } done ? LocalDatePattern.Iso.Format(done) : "")}")
            + string.Concat(check.Onward.Select(one => $"{Between}{one.Kind}:{one.Outcome}"));

    public static HealthCheckFacts Read(string stored)
    {
        var fields = stored.Split(Between);
        return new(
            LocalDatePattern.Iso.Parse(fields[0]).Value,
            fields[1] switch { "y" => true, "n" => false, _ => null },
            fields[2].Length == 0 ? null : LocalDatePattern.Iso.Parse(fields[2]).Value,
            [.. fields.Skip(BeforeReferrals).Select(Onward)]);
    }

    private static OnwardFacts Onward(string stored)
    {
        var (kind, outcome) = (stored[..stored.IndexOf(':', StringComparison.Ordinal)], stored[(stored.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return new(SupportWords.Of(Enum.Parse<OnwardKind>(kind)), outcome.Length == 0 ? null : Enum.Parse<OnwardEnd>(outcome));
    }
}
