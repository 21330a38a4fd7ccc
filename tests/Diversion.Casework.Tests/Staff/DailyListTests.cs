using Diversion.Casework.Conditions;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.MyWork;
using Diversion.Casework.Record;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Correspondence;
using Diversion.Casework.Tests.Schemes;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Schemes;
using Diversion.Domain.Staff;
using Diversion.Domain.Term;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Staff;

/// <summary>One list of tasks a day instead of an email for each.</summary>
public sealed class DailyListTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly StaffService staff;
    private readonly DueSweep sweep;
    private readonly OutboxDelivery delivery;

    public DailyListTests()
    {
        staff = new StaffService(casework.Store, cache, casework.Rulebook, casework, lists: () => new DailyLists(casework.Service, casework.Rulebook, casework.Store));
        var services = new StreamServices(casework.Service, staff);
        sweep = new DueSweep(casework.Store, services, NullLogger<DueSweep>.Instance);
        delivery = new OutboxDelivery(casework.Store, services, new MailRenderer(), casework, casework, NullLogger<OutboxDelivery>.Instance, casework);
    }

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task The_list_counts_tasks_by_case_and_names_nobody()
    {
        await Begin(TaskMail.Daily);
        await casework.Signed();
        await Pass(Duration.FromDays(2));

        Assert.Equal(["Your tasks on 4 March 2026", "Your tasks on 5 March 2026"], To("wyn@example.org").Where(mail => mail.Template == "daily-list").Select(mail => mail.Subject));
        var list = To("wyn@example.org").Last(mail => mail.Template == "daily-list");
        var work = await Work();
        var (late, today) = (work.Count(item => item.When == WorkWhen.Overdue), work.Count(item => item.When == WorkWhen.Today));
        Assert.True(late > 0);
        Assert.Contains($"{Id}: {late} overdue{(today == 0 ? "" : $" and {today} for today")}", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pat", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(To("wyn@example.org"), mail => mail.Template is "due-today" or "overdue");
    }

    [Fact]
    public async Task What_cannot_wait_comes_at_once_and_a_choice_of_none_brings_no_list()
    {
        await Begin(TaskMail.None);
        await casework.Signed();
        await Pass(Duration.FromDays(20));

        var sent = To("wyn@example.org").Select(mail => mail.Template).Distinct().ToList();
        Assert.Contains("key-worker-named", sent);
        Assert.Empty(sent.Intersect([.. TaskMails.Templates, "daily-list"]));

        // Others hear of it as before.
        Assert.Contains("overdue-team-manager", To("mo@example.org").Select(mail => mail.Template));
    }

    [Fact]
    public async Task Without_a_task_for_the_day_nothing_is_sent()
    {
        await Begin(TaskMail.Daily);
        await Pass(Duration.FromDays(7));

        Assert.Empty(To("wyn@example.org"));
        Assert.Null(await delivery.Earliest());
    }

    [Fact]
    public async Task A_list_that_waited_is_of_the_moment_of_sending_and_not_for_who_chose_otherwise()
    {
        await Begin(TaskMail.Daily);
        await casework.Signed();
        casework.DeliveryFault = new DeliveryFailedException("The mail server does not answer.");
        await Pass(Duration.FromDays(2));
        await Choose(TaskMail.None);
        casework.DeliveryFault = null;
        await Pass(Duration.FromDays(2));

        Assert.DoesNotContain(To("wyn@example.org"), mail => mail.Template == "daily-list");
    }

    [Fact]
    public async Task Each_email_that_is_left_out_is_about_a_task_on_the_recipients_page()
    {
        // Who gets them at once, and what they are about, at the moment at which they come.
        await Begin(TaskMail.AtOnce);
        var seen = new HashSet<string>();
        await casework.Done(Officer, Referral());
        await Check();
        await casework.Signed(AgreementIds.FromCustodyReference("CUS/2"));
        await casework.Done(Worker, casework.Meeting("m-1"), AgreementIds.FromCustodyReference("CUS/2"));
        await delivery.Run(casework.Now);
        casework.Mails.Clear();
        for (var day = 0; day < 20; day++)
        {
            await Check();
            await Pass(Duration.FromHours(24));
        }

        Assert.Superset(new HashSet<string>(["checks-requested", "due-today", "overdue"]), seen);

        async Task Check()
        {
            await delivery.Run(casework.Now);
            foreach (var mail in casework.Mails.Where(mail => TaskMails.Templates.Contains(mail.Template!)))
            {
                var (by, address) = mail.ToAddress.StartsWith("wyn", StringComparison.Ordinal) ? (Worker, "wyn@example.org") : (Officer, "olu@example.org");
                if (mail.ToAddress == address)
                {
                    Assert.Contains(await Work(by), item => mail.Text.Contains(item.Agreement, StringComparison.Ordinal) || mail.Subject.Contains(item.Agreement, StringComparison.Ordinal));
                    seen.Add(mail.Template!);
                }
            }

            casework.Mails.Clear();
        }
    }

    [Fact]
    public void So_are_those_of_the_victim_and_of_the_tag()
    {
        var file = CaseFile.Running();
        var scheme = ShippedSchemes.Catalogue.Get(new SchemeRef("checkpoint", 1));
        Assert.NotNull(file.MailTo(CaseFile.Officer, "victim-to-be-told"));
        Assert.Contains(Of(CaseFile.Officer, Role.PoliceOfficer), item => item.Kind == WorkKind.VictimPromise);

        file.Do(new TagMonitoringCommand.RecordTagConsent("tag-monitoring"), Role.KeyWorker)
            .Do(new TagMonitoringCommand.RecordTagFitted("tag-monitoring", "device-9", CaseFile.Monday), Role.KeyWorker)
            .Do(new TermCommand.Discontinue(DiscontinuationCause.Died), Role.ProgrammeLead);
        Assert.NotNull(file.MailTo(CaseFile.Worker, "tag-removal-due"));
        Assert.Contains(Of(CaseFile.Worker, Role.KeyWorker), item => item.Kind == WorkKind.TagRemoval);

        IEnumerable<WorkItem> Of(StaffRef staff, Role role) =>
            new WorkItems(file.State, scheme, new Actor(staff.Id, staff.Name, role, staff.Team), file.Now, _ => true, null).All();
    }

    private async Task<IReadOnlyList<WorkItem>> Work(Actor? by = null) =>
        Assert.IsType<Answers.Reply<WorkList>.Given>(await new MyWorkQuery(new Records(casework.Service, casework.Rulebook, casework.Store), casework.Store).Of(by ?? Worker, casework.Now)).Value.Items;

    private List<RenderedMail> To(string address) => [.. casework.Mails.Where(mail => mail.ToAddress == address)];

    private async Task Begin(TaskMail choice)
    {
        await staff.Begin(casework.Now);
        await Run(new StaffCommand.AddPerson("w1", "Wyn Worker", [Role.KeyWorker], "east", Email: "wyn@example.org") { By = Lead, At = casework.Now });
        await Choose(choice);
    }

    private Task Choose(TaskMail choice) => Run(new StaffCommand.ChooseTaskMail("w1", choice) { By = Worker, At = casework.Now });

    private async Task Run(StaffCommand command) => Assert.IsNotType<Outcome<StaffState>.Refused>(await staff.Execute(StaffId.Programme, command, null));

    private async Task Pass(Duration duration)
    {
        var target = casework.Now + duration;
        while (Earlier(await sweep.Earliest(), await delivery.Earliest()) is { } next && next <= target)
        {
            casework.Now = next > casework.Now ? next : casework.Now;
            await sweep.Run(casework.Now);
            await delivery.Run(casework.Now);
        }

        casework.Now = target;
    }

    private static Instant? Earlier(Instant? one, Instant? other) => one is null ? other : other is null || one < other ? one : other;
}
