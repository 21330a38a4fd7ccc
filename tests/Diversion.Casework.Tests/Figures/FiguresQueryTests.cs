using Diversion.Casework.Answers;
using Diversion.Casework.Figures;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Term;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Figures;

public sealed class FiguresQueryTests : IDisposable, IClock
{
    private static readonly Actor Analyst = new("a1", "Ann", Role.Analyst);
    private readonly CaseworkUnderTest casework = new();
    private readonly ManualTime time = new();
    private readonly FiguresQuery query;

    public FiguresQueryTests() => query = new FiguresQuery(casework.Store, this, time, NullLogger<FiguresQuery>.Instance);

    public void Dispose()
    {
        query.Dispose();
        casework.Dispose();
    }

    Instant IClock.GetCurrentInstant() => casework.Now;

    [Fact]
    public async Task People_are_counted_by_status_and_workers_by_open_cases()
    {
        await casework.Signed();
        await casework.Signed(Other(2));
        await casework.Done(Officer, Referral(Other(3)), Other(3));
        await casework.Done(Worker, new BreachCommand.RecordFailure("f-1"));

        var figures = await Of(Lead);

        Assert.Equal((3, 2, 1, 0), (figures.People, People(figures, AgreementStatus.Active), People(figures, AgreementStatus.Referred), People(figures, AgreementStatus.Lapsed)));
        Assert.Equal([new WorkloadFigure("w1", "Wyn Worker", 2, 0, 1)], figures.Workload);
        Assert.Equal([3, 0, 0, 0], figures.Overdue.Select(step => step.Cases));
        Assert.Empty((await Of(Analyst)).Workload);
    }

    [Fact]
    public async Task Overdue_obligations_escalate_step_by_step()
    {
        await casework.Signed();
        await casework.Pass(Duration.FromDays(2));
        Assert.Equal([0, 1, 0, 0], (await Of(Lead)).Overdue.Select(step => step.Cases));

        await casework.Pass(Duration.FromDays(9));
        await Renewed();
        var figures = await Of(Lead);
        Assert.Equal([0, 0, 0, 1], figures.Overdue.Select(step => step.Cases));
        Assert.Equal(figures.Overdue.Sum(step => step.Promises), Assert.Single(figures.Workload).Overdue);
        Assert.Equal((await casework.Service.Find(Id))!.Obligations.Count(open => open.IsOverdue), figures.Overdue.Sum(step => step.Promises));
    }

    [Fact]
    public async Task Endings_and_decisions_are_counted_in_their_month()
    {
        foreach (var (n, hours, decision) in new[] { (1, 2, BreachDecision.Confirm), (2, 6, BreachDecision.Continue), (3, 40, BreachDecision.Confirm) })
        {
            await casework.Signed(Other(n));
            await casework.Done(Worker, new BreachCommand.ProposeBreach(), Other(n));
            casework.Now += Duration.FromHours(hours);
            await casework.Done(Lead, new BreachCommand.DecideBreach(decision, EarlyReason: "The person cannot be reached at all."), Other(n));
            casework.Now -= Duration.FromHours(hours);
        }

        await casework.Done(Lead, new TermCommand.Discontinue(DiscontinuationCause.Moved), Other(2));
        casework.Now += Duration.FromDays(60);

        var figures = await Of(Lead);

        Assert.Equal((12, "May 2026"), (figures.Months.Count, figures.Months[^1].Title));
        Assert.Equal(
            new MonthFigure(new LocalDate(2026, 3, 1), "March 2026", 0, 2, 3, Duration.FromHours(6), Duration.FromHours(40)),
            Assert.Single(figures.Months, month => month.Decisions > 0));
        Assert.Equal(2, People(figures, AgreementStatus.Breached));
    }

    [Fact]
    public async Task The_sums_are_cached_and_recomputed_in_the_background_while_somebody_has_the_page_open()
    {
        await casework.Done(Officer, Referral());
        var first = await Of(Lead);
        await casework.Done(Officer, Referral(Other(2)), Other(2));
        Assert.Same(first.ByStatus, (await Of(Lead)).ByStatus);

        casework.Now += Duration.FromMinutes(1);
        await Renewed();
        var second = await Of(Lead);
        Assert.Equal((2, casework.Now), (second.People, second.AsOf));

        // Ten minutes after the last request it stops by itself.
        for (var n = 0; n < 19; n++)
        {
            await Renewed();
        }

        time.Pass(TimeSpan.FromSeconds(30));
        await Task.Delay(200);
        Assert.Equal(0, time.Waiting);

        casework.Now += Duration.FromHours(1);
        Assert.True((await Of(Lead)).AsOf < casework.Now);
        await Until(() => time.Waiting == 1);
        Assert.Equal(casework.Now, (await Of(Lead)).AsOf);
    }

    [Fact]
    public async Task Nobody_but_leads_sergeants_and_analysts_sees_them() =>
        Assert.IsType<Reply<ProgrammeFigures>.Refused>(await query.Of(Worker));

    private static AgreementId Other(int n) => AgreementIds.FromCustodyReference($"F/{n}");

    private static int People(ProgrammeFigures figures, AgreementStatus status) => figures.ByStatus.Single(one => one.Status == status).People;

    private async Task<ProgrammeFigures> Of(Actor by) => Assert.IsType<Reply<ProgrammeFigures>.Given>(await query.Of(by)).Value;

    /// <summary>Lets half a minute pass, and waits for the work that this starts.</summary>
    private async Task Renewed()
    {
        await Until(() => time.Waiting == 1);
        time.Pass(TimeSpan.FromSeconds(30));
        await Until(() => time.Waiting == 1);
    }

    private static async Task Until(Func<bool> reached)
    {
        for (var tries = 0; !reached(); tries++)
        {
            Assert.True(tries < 3000, "It was never reached.");
            await Task.Delay(10);
        }
    }
}
