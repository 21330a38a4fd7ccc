using Diversion.Casework.Access;
using Diversion.Casework.Analysis;
using Diversion.Casework.Answers;
using Diversion.Casework.Boundaries;
using Diversion.Casework.HarmTables;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Trials;
using Diversion.Casework.UnitCosts;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Figures;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;
using Diversion.Evaluation.Reports;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Analysis;

public sealed class AnalysisQueryTests : IDisposable, IClock
{
    private static readonly Actor Analyst = new("a1", "Ann", Role.Analyst);
    private readonly CaseworkUnderTest casework = new();
    private readonly ManualTime time = new();
    private readonly AnalysisQuery query;

    public AnalysisQueryTests() => query = new AnalysisQuery(
        new PeopleScan(casework.Store, new Pseudonyms("a secret of the tests, long enough"u8.ToArray())), new OpenTrials(casework.Store, casework.Rulebook), new HarmTableService(casework.Store, new StreamCache(1), casework), new UnitCostService(casework.Store, new StreamCache(1), casework), new BoundaryService(casework.Store, new StreamCache(1), casework), casework.Rulebook, this, time);

    public void Dispose()
    {
        query.Dispose();
        casework.Dispose();
    }

    Instant IClock.GetCurrentInstant() => casework.Now;

    [Fact]
    public async Task Only_analysts_and_leads_see_it_and_while_the_trial_runs_only_the_analyst_sees_the_arms()
    {
        await casework.Signed();
        Assert.IsType<Reply<AnalysisView>.Refused>(await query.Of(Worker, 12));
        Assert.IsType<Reply<AnalysisView>.Refused>(await query.Of(Sergeant, 12));
        Assert.True((await Of(Lead)).SeesOutcomesByArm);

        await casework.Eligible(Other(2));
        await casework.Done(Officer, new ReferralCommand.AllocateArm().With(new DrawnArm("trial", 1, TrialArm.Control, "control", "medium/theft", casework.Now)), Other(2));
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((true, false, true), ((await Of(Lead)).TrialRuns, (await Of(Lead)).SeesOutcomesByArm, (await Of(Analyst)).SeesOutcomesByArm));

        var closed = RowOf<TrialRow>.Write(new TrialRow("trial", "A trial", TrialStatus.Closed));
        await casework.Store.Commit(new TableTransaction(Tables.Search, Partitions.Trials, [new RowChange.Upsert("trial", closed)]), []);
        Assert.Equal((false, true), ((await Of(Lead)).TrialRuns, (await Of(Lead)).SeesOutcomesByArm));
    }

    [Fact]
    public async Task A_report_is_about_one_trial_and_the_last_that_has_closed_comes_first()
    {
        await casework.Eligible(Other(2));
        await casework.Done(Officer, new ReferralCommand.AllocateArm().With(new DrawnArm("earlier", 1, TrialArm.Control, "control", "medium/theft", casework.Now)), Other(2));
        await casework.Eligible(Other(3));
        await casework.Done(Officer, new ReferralCommand.AllocateArm().With(new DrawnArm("present", 1, TrialArm.Control, "control", "medium/theft", casework.Now)), Other(3));
        await casework.Signed(Other(4));
        TrialRow[] rows = [new("present", "The present trial", TrialStatus.Open, casework.Now), new("earlier", "The earlier trial", TrialStatus.Unsealed, casework.Now - Duration.FromDays(99)), new("draft", "A draft", TrialStatus.Draft)];
        await casework.Store.Commit(new TableTransaction(Tables.Search, Partitions.Trials, [.. rows.Select(row => new RowChange.Upsert(row.Trial, RowOf<TrialRow>.Write(row)))]), []);

        var usual = await Of(Lead);
        Assert.Equal((2, "The earlier trial", "earlier", true), (usual.Report.People, usual.Report.Trial, usual.Trial!.Trial, usual.SeesOutcomesByArm));
        Assert.Equal(["earlier", "present"], usual.Trials.Select(trial => trial.Trial));
        var chosen = await Of(Lead, trial: "present");
        Assert.Equal((2, "The present trial", true, false), (chosen.Report.People, chosen.Report.Trial, chosen.TrialRuns, chosen.SeesOutcomesByArm));
        Assert.Equal("earlier", (await Of(Lead, trial: "draft")).Trial!.Trial);
        Assert.Equal("earlier", (await Of(Lead, trial: "../nothing")).Trial!.Trial);
    }

    [Fact]
    public async Task It_is_computed_once_for_everybody_and_again_when_it_is_old()
    {
        await casework.Signed();
        var first = (await Of(Analyst)).Report;
        await casework.Signed(Other(2));
        Assert.Same(first, (await Of(Lead)).Report);

        time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 2), (first.People, (await Of(Lead)).Report.People));
        Assert.NotSame((await Of(Lead)).Report, (await Of(Lead, 24)).Report);
    }

    [Fact]
    public async Task Shipped_unit_costs_are_marked_as_examples()
    {
        await casework.Signed();
        var money = (await Of(Lead)).Report.Sections.Single(section => section.Id == "money");
        Assert.NotEmpty(UnitCostFile.Examples.Costs);
        Assert.All(UnitCostFile.Examples.Costs, one => Assert.True(one.Cost.IsExample));
        Assert.Contains(money.Parts.OfType<ReportPart.Table>().Single(table => table.Id == "unit-costs").Content.Rows, row => row[4].EndsWith("(example)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"costs":{}}""")]
    [InlineData("""{"priceYear":"x","deflator":{"source":"s","index":{}},"costs":[]}""")]
    [InlineData("""{"priceYear":2026,"deflator":{"source":"s","index":{"two":1}},"costs":[]}""")]
    [InlineData("""{"priceYear":2026,"deflator":{"source":"s","index":{}},"costs":[{"id":"a","name":"A","unit":"u","pounds":-1,"priceYear":2026,"source":"s"}]}""")]
    [InlineData("""{"priceYear":2026,"deflator":{"source":"s","index":{}},"costs":[{"id":"a","name":"A","unit":"u","pounds":1,"priceYear":2020,"source":"s"}]}""")]
    public void A_table_of_unit_costs_with_a_fault_is_refused_in_words(string file)
    {
        var (sheet, faults) = UnitCostFile.Read(System.Text.Encoding.UTF8.GetBytes(file));
        Assert.Null(sheet);
        Assert.NotEmpty(Assert.Single(faults));
    }

    private static AgreementId Other(int n) => AgreementIds.FromCustodyReference($"F/{n}");

    private async Task<AnalysisView> Of(Actor by, int months = 12, string? trial = null) => Assert.IsType<Reply<AnalysisView>.Given>(await query.Of(by, months, trial)).Value;
}
