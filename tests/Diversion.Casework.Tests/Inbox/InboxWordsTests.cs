using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Inbox;
using Diversion.Casework.Record;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.NoReoffending;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Inbox;

public sealed class InboxWordsTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task Each_item_says_what_it_is_and_what_to_do()
    {
        await casework.Signed();
        await casework.Done(Worker, new NoReoffendingCommand.ReceiveCustodyNotice("n-1", CustodyNoticeKind.Arrest, new LocalDate(2026, 3, 3)));
        await casework.Done(Lead, new BreachCommand.ProposeBreach());
        await casework.Pass(Duration.FromDays(14));

        var items = ((Reply<Page<InboxItem>>.Given)await new InboxQuery(casework.Store, new Cursor(new byte[32])).Of(Lead, null)).Value.Items;

        Assert.All(items, item => Assert.EndsWith(".", item.Advice, StringComparison.Ordinal));
        var breach = Assert.Single(items, item => item.Kind == "breach");
        Assert.Equal((true, (string?)null), (breach.YouProposed, breach.Next));
        Assert.Equal("Acknowledge the alert", Assert.Single(items, item => item.Title == "Arrested").NextLabel);
        var meeting = Assert.Single(items, item => item.Title == "Overdue: Hold the first supervision meeting");
        Assert.StartsWith("The key worker has to do this. Make sure that it is done today, or change the key worker.", meeting.Advice, StringComparison.Ordinal);
        var undecided = Assert.Single(items, item => item.Title == "Overdue: Decide a proposed breach");
        Assert.Equal((true, (string?)null), (undecided.YouProposed, undecided.Next));
    }

    [Fact]
    public async Task A_lead_follows_up_obligations_of_the_police_and_still_decides_an_undecided_breach()
    {
        await casework.Done(Officer, Referral());
        var other = AgreementIds.FromCustodyReference("C/2");
        await casework.Signed(other);
        await casework.Done(Worker, new BreachCommand.ProposeBreach(), other);
        await casework.Pass(Duration.FromDays(14));

        var items = ((Reply<Page<InboxItem>>.Given)await new InboxQuery(casework.Store, new Cursor(new byte[32])).Of(Lead, null)).Value.Items;

        var check = Assert.Single(items, item => item.Title == "Overdue: Record the safeguarding check");
        Assert.StartsWith("To be done by the police officer. Make sure that it is done today. Ask children's services", check.Advice, StringComparison.Ordinal);
        Assert.Null(check.Next);
        Assert.Equal("decide-breach", Assert.Single(items, item => item.Title == "Overdue: Decide a proposed breach").Next);
    }

    [Fact]
    public async Task Due_moments_and_obligations_are_described_without_ids()
    {
        await casework.Signed();
        await casework.Done(Worker, casework.Meeting("m-1", 3));
        var view = ((Reply<AgreementView>.Given)await new AgreementQuery(
            new RecordAccess(casework.Records, new AccessLog(casework.Store)), casework.Records).Of(Id.Value, new AccessRequest(Lead, casework.Now))).Value;

        Assert.Contains("meeting of 10am on 6 March 2026", view.Due.Select(due => due.About));
        Assert.Contains("the outcome of an appointment (supervision meetings)", view.Obligations.Select(open => open.About));
        Assert.All(view.Due.Select(due => due.About).Concat(view.Obligations.Select(open => open.About)), about =>
        {
            Assert.DoesNotContain("/", about, StringComparison.Ordinal);
            Assert.DoesNotContain("m-1", about, StringComparison.Ordinal);
            Assert.NotEqual("a promise", about);
        });
    }
}
