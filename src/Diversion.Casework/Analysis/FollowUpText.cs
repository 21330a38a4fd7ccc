using Diversion.Evaluation.Rows;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Analysis;

/// <summary>
/// Follow-up as it is stored: <c>c</c> checked until, <c>r</c> a reoffence, <c>j</c> a time in custody, <c>l</c> died or
/// moved abroad: <c>c2027-01-31 r2026-05-02|2026-08-01|Conviction|046/00|theft</c>.
/// </summary>
internal static class FollowUpText
{
    public static IReadOnlyList<string> Write(FollowUp known) =>
    [
        .. known.CheckedUntil is { } until ? (IEnumerable<string>)[$"c{Day(until)}"] : [],
        .. known.Reoffences.Select(one => $"r{Day(one.OffenceOn)}|{Day(one.ProvenOn)}|{one.Outcome}|{WordText.Escape(one.OffenceCode ?? "")}|{WordText.Escape(one.OffenceGroup ?? "")}"),
        .. known.InCustody.Select(one => $"j{Day(one.From)}|{Day(one.Until)}"),
        .. known.Left is { } left ? (IEnumerable<string>)[$"l{Day(left.On)}|{WordText.Escape(left.Reason)}"] : [],
    ];

    public static FollowUp Read(IReadOnlyList<string>? stored)
    {
        var known = new FollowUp();
        foreach (var word in stored ?? [])
        {
            var fields = word[1..].Split(WordText.Between);
            known = word[0] switch
            {
                'c' => known with { CheckedUntil = Read(fields[0]) },
                'r' => known with
                {
                    Reoffences = known.Reoffences.Add(new(
                        Read(fields[0])!.Value, Read(fields[1]), Enum.Parse<ReoffenceOutcome>(fields[2]), WordText.OrNull(fields[3]), WordText.OrNull(fields[4]))),
                },
                'j' => known with { InCustody = known.InCustody.Add(new(Read(fields[0])!.Value, Read(fields[1]))) },
                'l' => known with { Left = new(Read(fields[0])!.Value, WordText.Unescape(fields[1])) },
                _ => throw new InvalidOperationException("A stored follow-up has a part that this version does not know. Run `rebuild`, or use the version that wrote it."),
            };
        }

        return known;
    }

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static LocalDate? Read(string day) => day.Length == 0 ? null : LocalDatePattern.Iso.Parse(day).Value;
}
