using System.Collections.Immutable;
using System.Text;
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
    private static readonly FollowUp Unknown = new();

    public static IReadOnlyList<string> Write(FollowUp known) =>
    [
        .. known.CheckedUntil is { } until ? (IEnumerable<string>)[$"c{Day(until)}"] : [],
        .. known.Reoffences.Select(one => $"r{Day(one.OffenceOn)}|{Day(one.ProvenOn)}|{one.Outcome}|{WordText.Escape(one.OffenceCode ?? "")}|{WordText.Escape(one.OffenceGroup ?? "")}"),
        .. known.InCustody.Select(one => $"j{Day(one.From)}|{Day(one.Until)}"),
        .. known.Left is { } left ? (IEnumerable<string>)[$"l{Day(left.On)}|{WordText.Escape(left.Reason)}"] : [],
    ];

    /// <param name="stored">All words, with blanks between; empty: nothing is known.</param>
    /// <param name="outcomes">What comes behind the days of a reoffence; see <see cref="Outcome"/>.</param>
    public static FollowUp Read(ReadOnlySpan<byte> stored, Remembered<Reoffence> outcomes)
    {
        if (stored.IsEmpty)
        {
            return Unknown;
        }

        LocalDate? until = null;
        Departure? left = null;
        var (reoffences, custody) = (ImmutableArray<Reoffence>.Empty, ImmutableArray<Custody>.Empty);
        foreach (var place in stored.Split((byte)' '))
        {
            var word = stored[place];
            var rest = word[1..];
            switch (word[0])
            {
                case (byte)'c':
                    until = StoredDay.ReadOrNull(rest);
                    break;
                case (byte)'r':
                    var offence = StoredDay.Read(Next(ref rest));
                    var proven = StoredDay.ReadOrNull(Next(ref rest));
                    reoffences = reoffences.Add(outcomes.Of(rest) with { OffenceOn = offence, ProvenOn = proven });
                    break;
                case (byte)'j':
                    var from = StoredDay.Read(Next(ref rest));
                    custody = custody.Add(new(from, StoredDay.ReadOrNull(rest)));
                    break;
                case (byte)'l':
                    var on = StoredDay.Read(Next(ref rest));
                    left = new(on, WordText.Unescape(Encoding.UTF8.GetString(rest)));
                    break;
                default:
                    throw new InvalidOperationException("A stored follow-up has a part that this version does not know. Run `rebuild`, or use the version that wrote it.");
            }
        }

        return new(until) { Reoffences = reoffences, InCustody = custody, Left = left };
    }

    /// <summary>A reoffence without its days: the same outcome of the same offence comes again and again.</summary>
    /// <param name="stored"><c>Conviction|046/00|theft</c>.</param>
    public static Reoffence Outcome(string stored)
    {
        var fields = stored.Split(WordText.Between);
        return new(default, null, Enum.Parse<ReoffenceOutcome>(fields[0]), WordText.OrNull(fields[1]), WordText.OrNull(fields[2]));
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> fields)
    {
        var end = fields.IndexOf((byte)WordText.Between);
        var field = end < 0 ? fields : fields[..end];
        fields = end < 0 ? default : fields[(end + 1)..];
        return field;
    }

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";
}
