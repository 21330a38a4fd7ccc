using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Storage;

namespace Diversion.Casework.Analysis;

/// <summary>Where the members of an <see cref="EvaluationRow"/> lie in the bytes of a stored row, found in one pass.</summary>
internal readonly ref struct EvaluationFields
{
    private static readonly byte[][] Names = [.. RowOf<EvaluationRow>.Names.Select(Encoding.ASCII.GetBytes)];

    public static readonly int Agreement = At(nameof(EvaluationRow.Agreement));
    public static readonly int ReferredOn = At(nameof(EvaluationRow.ReferredOn));
    public static readonly int Sex = At(nameof(EvaluationRow.Sex));
    public static readonly int AgeBand = At(nameof(EvaluationRow.AgeBand));
    public static readonly int Ethnicity = At(nameof(EvaluationRow.Ethnicity));
    public static readonly int OffenceGroup = At(nameof(EvaluationRow.OffenceGroup));
    public static readonly int RiskBand = At(nameof(EvaluationRow.RiskBand));
    public static readonly int Ward = At(nameof(EvaluationRow.Ward));
    public static readonly int District = At(nameof(EvaluationRow.District));
    public static readonly int Arm = At(nameof(EvaluationRow.Arm));
    public static readonly int AllocatedOn = At(nameof(EvaluationRow.AllocatedOn));
    public static readonly int Stratum = At(nameof(EvaluationRow.Stratum));
    public static readonly int Received = At(nameof(EvaluationRow.Received));
    public static readonly int ReceivedOn = At(nameof(EvaluationRow.ReceivedOn));
    public static readonly int Crossover = At(nameof(EvaluationRow.Crossover));
    public static readonly int DecidedOn = At(nameof(EvaluationRow.DecidedOn));
    public static readonly int NotEligible = At(nameof(EvaluationRow.NotEligible));
    public static readonly int OfferedOn = At(nameof(EvaluationRow.OfferedOn));
    public static readonly int DeclinedOn = At(nameof(EvaluationRow.DeclinedOn));
    public static readonly int SignedOn = At(nameof(EvaluationRow.SignedOn));
    public static readonly int EndedOn = At(nameof(EvaluationRow.EndedOn));
    public static readonly int End = At(nameof(EvaluationRow.End));
    public static readonly int BreachProposedOn = At(nameof(EvaluationRow.BreachProposedOn));
    public static readonly int BreachDecidedOn = At(nameof(EvaluationRow.BreachDecidedOn));
    public static readonly int BreachDecision = At(nameof(EvaluationRow.BreachDecision));
    public static readonly int BreachCause = At(nameof(EvaluationRow.BreachCause));
    public static readonly int Warnings = At(nameof(EvaluationRow.Warnings));
    public static readonly int Conditions = At(nameof(EvaluationRow.Conditions));
    public static readonly int Meetings = At(nameof(EvaluationRow.Meetings));
    public static readonly int Victims = At(nameof(EvaluationRow.Victims));
    public static readonly int WorkerMinutes = At(nameof(EvaluationRow.WorkerMinutes));
    public static readonly int Sessions = At(nameof(EvaluationRow.Sessions));
    public static readonly int WorkMinutes = At(nameof(EvaluationRow.WorkMinutes));
    public static readonly int TagDays = At(nameof(EvaluationRow.TagDays));
    public static readonly int FollowUp = At(nameof(EvaluationRow.FollowUp));
    public static readonly int Trial = At(nameof(EvaluationRow.Trial));
    public static readonly int Referrals = At(nameof(EvaluationRow.Referrals));
    public static readonly int HealthCheck = At(nameof(EvaluationRow.HealthCheck));
    public static readonly int ExitPlan = At(nameof(EvaluationRow.ExitPlan));

    private readonly ReadOnlySpan<byte> json;
    private readonly ReadOnlySpan<Range> places;

    private EvaluationFields(ReadOnlySpan<byte> json, ReadOnlySpan<Range> places)
    {
        this.json = json;
        this.places = places;
    }

    public static int Count => Names.Length;

    /// <param name="places">One for each member, all empty; filled.</param>
    public static EvaluationFields Find(ReadOnlySpan<byte> json, Span<Range> places)
    {
        var (at, expected) = (0, 0);
        while (PropertyText.TryNext(json, ref at, out var place))
        {
            // They are written in the order of the members, so the next one is hardly ever far.
            var name = json.Slice(place.Start + 1, place.NameLength);
            for (var tried = 0; tried < Names.Length; tried++)
            {
                var member = expected;
                expected = expected + 1 == Names.Length ? 0 : expected + 1;
                if (name.SequenceEqual(Names[member]))
                {
                    places[member] = place.ValueStart..place.End;
                    break;
                }
            }
        }

        return new EvaluationFields(json, places);
    }

    public bool Has(int field) => !Raw(field).IsEmpty;

    /// <summary>The text, or the digits of a number; empty when there is none.</summary>
    public ReadOnlySpan<byte> Text(int field)
    {
        var raw = Raw(field);
        if (raw is not [(byte)'"', .. var inner, (byte)'"'])
        {
            return raw;
        }

        if (!inner.Contains((byte)'\\'))
        {
            return inner;
        }

        var reader = new Utf8JsonReader(raw);
        reader.Read();
        return Encoding.UTF8.GetBytes(reader.GetString()!);
    }

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ReadOnlySpan<byte> Required(int field) => Has(field)
        ? Text(field)
        : throw new InvalidOperationException($"A stored {nameof(EvaluationRow)} has no \"{Encoding.ASCII.GetString(Names[field])}\". Run `rebuild`: it makes the rows again from the events.");

    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public int? Number(int field)
    {
        var raw = Raw(field);
        return raw.IsEmpty ? null
            : Utf8Parser.TryParse(raw, out int number, out var digits) && digits == raw.Length ? number
            : throw new InvalidOperationException($"A stored {nameof(EvaluationRow)} has another \"{Encoding.ASCII.GetString(Names[field])}\" than a number. Run `rebuild`: it makes the rows again from the events.");
    }

    private static int At(string member) =>
        RowOf<EvaluationRow>.Names.Index().First(one => string.Equals(one.Item, member, StringComparison.OrdinalIgnoreCase)).Index;

    private ReadOnlySpan<byte> Raw(int field) => json[places[field]];
}
