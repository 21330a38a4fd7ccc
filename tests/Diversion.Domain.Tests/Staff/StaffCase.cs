using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Tests.Time;

namespace Diversion.Domain.Tests.Staff;

/// <summary>The staff directory under test: given these events, when one command comes, then these events or a refusal.</summary>
internal sealed class StaffCase
{
    public static readonly Instant Now = Case.Time("2026-03-03 10:00");
    public static readonly Actor Lead = new("lead-1", "Lee Lead", Role.ProgrammeLead);

    private readonly StaffState? state;
    private Decision<StaffState, StaffEvent>? decision;

    private StaffCase(StaffState? state) => this.state = state;

    private Instant At { get; init; } = Now;

    private int OpenCases { get; init; }

    /// <summary>Two leads, a team with its manager and a key worker, an organisation with a provider.</summary>
    public static ImmutableArray<StaffEvent> Programme { get; } =
    [
        new StaffEvent.DirectoryImported(
            "lists",
            [
                new Member("lead-1", "Lee Lead", [Role.ProgrammeLead]),
                new Member("lead-2", "Lou Lead", [Role.ProgrammeLead]),
                new Member("tm-1", "Tess Manager", [Role.TeamManager], "north"),
                new Member("kw-1", "Kit Worker", [Role.KeyWorker], "north"),
                new Member("pr-1", "Pat Provider", [Role.Provider], null, "Green Spaces"),
            ],
            [new Team("north", "North", "tm-1"), new Team("south", "South")],
            [new Organisation("Green Spaces"), new Organisation("Clear Start")]),
    ];

    public static StaffCase Given(params ReadOnlySpan<StaffEvent> more) => new(Fold([.. Programme, .. more]));

    public static StaffCase Nothing() => new(null);

    public StaffCase AtTime(Instant at) => new(state) { At = at, OpenCases = OpenCases };

    public StaffCase With(int openCases) => new(state) { At = At, OpenCases = openCases };

    public StaffCase When(StaffCommand command, Actor? by = null)
    {
        decision = StaffDecider.Decide(state, command with { At = At, By = by ?? (command is StaffCommand.TimePassed or StaffCommand.ImportDirectory or StaffCommand.LinkFirstLead ? Actor.Clock : Lead) }, new StaffFacts(ShippedCalendar.Calendar, OpenCases) { Deadlines = Shipped.Deadlines });
        return this;
    }

    public StaffState Then(params ReadOnlySpan<StaffEvent> expected)
    {
        Assert.Null(decision!.Refusal);
        Assert.Equal(expected.ToArray().Select(Text), decision.Events.Select(Text));
        var after = decision.Events.Aggregate(state, StaffEvolution.Evolve);
        Assert.Equal(after?.Version, decision.State?.Version);
        return decision.State!;
    }

    public StaffState ThenNothing() => Then();

    public void ThenRefused(string code, params ReadOnlySpan<string> says)
    {
        Assert.NotNull(decision!.Refusal);
        Assert.Equal(code, decision.Refusal.Code);
        Assert.Empty(decision.Events);
        foreach (var word in says)
        {
            Assert.Contains(word, decision.Refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Records with lists are compared by what they say.</summary>
    private static string Text(StaffEvent happened) => System.Text.Json.JsonSerializer.Serialize<object>(happened, Plain);

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Converters = { new Moments() } };

    private static StaffState? Fold(IEnumerable<StaffEvent> events) => events.Aggregate((StaffState?)null, StaffEvolution.Evolve);

    private sealed class Moments : System.Text.Json.Serialization.JsonConverter<Instant>
    {
        public override Instant Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(System.Text.Json.Utf8JsonWriter writer, Instant value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
