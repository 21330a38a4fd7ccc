using Diversion.Casework.Answers;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Scrutiny;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Scrutiny;
using Diversion.Domain.Staff;
using NodaTime;

namespace Diversion.Casework.Tests.Scrutiny;

/// <summary>A sitting over real cases: what is drawn, who judges, and what a verdict leaves alone.</summary>
public sealed class ScrutinyServiceTests : IDisposable
{
    private static readonly SittingId Quarter = new("2026-q1");
    private static readonly Actor Una = new("pm-1", "Una Panel", Role.PanelMember);

    /// <summary>Was the key worker of each case, under another account.</summary>
    private static readonly Actor Wyn = new("pm-2", "worker WYN", Role.PanelMember);
    private static readonly Actor Dev = new("pm-3", "Dev Panel", Role.PanelMember);

    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly ScrutinyService sittings;
    private readonly ScrutinyQuery query;

    public ScrutinyServiceTests()
    {
        sittings = new ScrutinyService(casework.Store, cache, casework.Service, casework, new PanelSeeds(WrappingKey.From([1]), RandomSeeds.Instance));
        query = new ScrutinyQuery(sittings, casework.Service, casework.Store);
        casework.Rulebook.Know(new StaffState(1, "test", [.. new[] { Una, Wyn, Dev }.Select(one => new Member(one.Id, one.Name, [Role.PanelMember]))], [], []));
    }

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task A_verdict_changes_no_case_reaches_the_officer_and_the_sample_can_be_drawn_again_from_the_seed()
    {
        await Drawn(cases: 5, size: 3);
        var before = await Versions();
        var view = await Seen(CaseworkUnderTest.Lead);
        Assert.Equal((3, null, 5), (view.Cases.Count, view.Seed, view.Groups.Sum(group => group.Decided)));
        foreach (var one in view.Cases)
        {
            await Done(Una, new SittingCommand.GiveVerdict(one.Number, PanelVerdict.Appropriate));
            await Done(Dev, new SittingCommand.GiveVerdict(one.Number, one.Number == 1 ? PanelVerdict.Inappropriate : PanelVerdict.Appropriate, "Seen"));
            await Done(CaseworkUnderTest.Lead, new SittingCommand.RecordPanelVerdict(one.Number, PanelVerdict.AppropriateWithObservations, "Write down why, sooner."));
        }

        await Done(CaseworkUnderTest.Lead, new SittingCommand.CloseSitting());
        Assert.Equal(before, await Versions());

        var closed = await Seen(Una);
        Assert.Equal((SittingStatus.Closed, "", 64), (closed.Status, closed.Recomputed, closed.Seed!.Length));
        Assert.Equal(3, (await query.Counts(Quarter))![PanelVerdict.AppropriateWithObservations]);
        Assert.All(closed.Cases, one => Assert.Null(one.Panel!.Officer));

        var feedback = Assert.IsType<Reply<IReadOnlyList<FeedbackView>>.Given>(await query.Feedback(CaseworkUnderTest.Officer)).Value;
        Assert.Equal(3, feedback.Count(one => one.Feedback == "Write down why, sooner." && one.ReadAt is null));
        await Done(CaseworkUnderTest.Officer, new SittingCommand.ReadFeedback(feedback[0].Case));
        Assert.Single(((Reply<IReadOnlyList<FeedbackView>>.Given)await query.Feedback(CaseworkUnderTest.Officer)).Value, one => one.ReadAt is not null);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Who_worked_on_a_case_neither_reads_nor_judges_it_under_any_account()
    {
        await Drawn(cases: 2, size: 2);
        var refused = Assert.IsType<Outcome<SittingState>.Refused>(await Do(Wyn, new SittingCommand.GiveVerdict(1, PanelVerdict.Appropriate)));
        Assert.Equal(RefusalCode.PanelConflict, refused.Refusal.Code);
        var sheets = Assert.IsType<Reply<IReadOnlyList<SittingSheet>>.Given>(await query.Sheets(Quarter.Value, Wyn)).Value;
        Assert.All(sheets, one => Assert.Equal((true, null), (one.Case.Conflict, one.Sheet)));
        Assert.All((await Seen(Una)).Cases, one => Assert.False(one.Conflict));
    }

    [Fact]
    public async Task What_others_say_is_hidden_until_the_panels_verdict()
    {
        await Drawn(cases: 2, size: 1);
        await Done(Una, new SittingCommand.GiveVerdict(1, PanelVerdict.Inappropriate, "Too harsh"));
        await Done(Dev, new SittingCommand.GiveVerdict(1, PanelVerdict.Appropriate));
        Assert.Empty((await Seen(Dev)).Cases[0].Members);
        Assert.Equal(2, (await Seen(CaseworkUnderTest.Lead)).Cases[0].Members.Count);
        await Done(CaseworkUnderTest.Lead, new SittingCommand.RecordPanelVerdict(1, PanelVerdict.NoAgreement, "The panel did not agree."));
        Assert.Equal(2, (await Seen(Dev)).Cases[0].Members.Count);
    }

    [Fact]
    public async Task Sheets_name_nobody_and_tell_what_was_decided()
    {
        await Drawn(cases: 3, size: 3);
        var sheets = Assert.IsType<Reply<IReadOnlyList<SittingSheet>>.Given>(await query.Sheets(Quarter.Value, Una)).Value;
        var text = string.Join('\n', sheets.SelectMany(one => one.Sheet!).SelectMany(part => part.Lines.Prepend(part.Title)));
        Assert.Contains("What was decided", text, StringComparison.Ordinal);
        Assert.Contains("Risk band: medium", text, StringComparison.Ordinal);
        foreach (var name in (string[])["Zebedee", "Quill", "Olu", "Wyn", "DV-", "CUS"])
        {
            Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Nobody_else_sees_a_sitting_and_a_member_only_their_own()
    {
        await Drawn(cases: 2, size: 2, members: ["pm-2", "pm-3"]);
        foreach (var by in (Actor[])[CaseworkUnderTest.Officer, CaseworkUnderTest.Worker, new("a", "Ann", Role.Analyst), Una])
        {
            Assert.IsType<Reply<SittingView>.Refused>(await query.Of(Quarter.Value, by));
            Assert.IsType<Reply<IReadOnlyList<SittingSheet>>.Refused>(await query.Sheets(Quarter.Value, by));
            Assert.IsType<Outcome<SittingState>.Refused>(await Do(by, new SittingCommand.GiveVerdict(1, PanelVerdict.Appropriate)));
        }

        Assert.Empty(Assert.IsType<Reply<IReadOnlyList<SittingRow>>.Given>(await query.All(Una)).Value);
        Assert.Single(Assert.IsType<Reply<IReadOnlyList<SittingRow>>.Given>(await query.All(Dev)).Value);
        Assert.IsType<Reply<IReadOnlyList<FeedbackView>>.Refused>(await query.Feedback(Una));
        Assert.Null(await query.Counts(Quarter));
    }

    private async Task Drawn(int cases, int size, string[]? members = null)
    {
        for (var n = 0; n < cases; n++)
        {
            await casework.Signed(new AgreementId($"DV-{n}"), new Person("Zebedee Quill", new LocalDate(1990, 1, 1).PlusDays(n), Sex.Male, District: "County Durham"));
        }

        await Done(CaseworkUnderTest.Lead, new SittingCommand.PlanSitting([.. members ?? ["pm-1", "pm-2", "pm-3"]], size));
        casework.Now = Instant.FromUtc(2026, 4, 9, 10, 0);
        await Done(CaseworkUnderTest.Lead, new SittingCommand.DrawSample());
    }

    private async Task<int[]> Versions()
    {
        var versions = new List<int>();
        for (var n = 0; await casework.Service.Find(new AgreementId($"DV-{n}")) is { } state; n++)
        {
            versions.Add(state.Version);
        }

        return [.. versions];
    }

    private async Task<SittingView> Seen(Actor by) => Assert.IsType<Reply<SittingView>.Given>(await query.Of(Quarter.Value, by)).Value;

    private ValueTask<Outcome<SittingState>> Do(Actor by, SittingCommand command) => sittings.Execute(Quarter, command with { By = by, At = casework.Now });

    private async Task Done(Actor by, SittingCommand command)
    {
        var outcome = await Do(by, command);
        Assert.True(outcome is Outcome<SittingState>.Accepted, (outcome as Outcome<SittingState>.Refused)?.Refusal.Message ?? outcome.GetType().Name);
    }
}
