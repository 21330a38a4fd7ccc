using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Tests.Fixture;
using static Diversion.Domain.Tests.Staff.StaffCase;

namespace Diversion.Domain.Tests.Staff;

/// <summary>Which account of the identity provider is whose.</summary>
public sealed class AccountTests
{
    private static readonly StaffEvent.AccountLinked Lees = new("lead-1", "Lee@Force");

    [Fact]
    public void An_account_is_linked_once_and_changed_in_one_step()
    {
        Given().When(new StaffCommand.LinkAccount("LEAD-1", " Lee@Force ")).Then(Lees);
        Given(Lees).When(new StaffCommand.LinkAccount("lead-1", "Lee@Force")).ThenNothing();

        var changed = Given(Lees).When(new StaffCommand.LinkAccount("lead-1", "lee.new")).Then(new StaffEvent.AccountLinked("lead-1", "lee.new"));
        Assert.Null(changed.WithAccount("Lee@Force"));
        Assert.Equal("lead-1", changed.WithAccount("lee.new")?.Id);
    }

    [Fact]
    public void One_account_lets_in_one_person()
    {
        Given(Lees).When(new StaffCommand.LinkAccount("kw-1", "Lee@Force")).ThenRefused(RefusalCode.AccountTaken, "Lee Lead");

        // The provider tells them apart, so do we.
        Given(Lees).When(new StaffCommand.LinkAccount("kw-1", "lee@force")).Then(new StaffEvent.AccountLinked("kw-1", "lee@force"));
    }

    [Fact]
    public void The_account_of_somebody_who_left_is_free_and_lets_nobody_in()
    {
        StaffEvent[] gone = [new StaffEvent.AccountLinked("kw-1", "kit"), new StaffEvent.LeavingRecorded("kw-1", new LocalDate(2026, 3, 2), Case.Time("2026-03-03 00:00")), new StaffEvent.PersonLeft("kw-1")];

        Assert.Null(Given(gone).When(new StaffCommand.UnlinkAccount("lead-2")).ThenNothing().WithAccount("kit"));
        Given(gone).When(new StaffCommand.LinkAccount("tm-1", "kit")).Then(new StaffEvent.AccountLinked("tm-1", "kit"));
        Given(gone).When(new StaffCommand.LinkAccount("kw-1", "kit")).ThenRefused(RefusalCode.StaffLeft);
    }

    [Fact]
    public void The_last_lead_who_can_sign_in_keeps_their_account()
    {
        Given(Lees).When(new StaffCommand.UnlinkAccount("lead-1")).ThenRefused(RefusalCode.LastLeadAccount, "Lee Lead");
        Given(Lees, new StaffEvent.AccountLinked("lead-2", "lou")).When(new StaffCommand.UnlinkAccount("lead-1")).Then(new StaffEvent.AccountUnlinked("lead-1"));
        Given(Lees, new StaffEvent.AccountLinked("kw-1", "kit")).When(new StaffCommand.UnlinkAccount("kw-1")).Then(new StaffEvent.AccountUnlinked("kw-1"));
    }

    [Fact]
    public void The_first_lead_comes_in_until_one_can()
    {
        Given().When(new StaffCommand.LinkFirstLead(" Lee@Force ")).Then(Lees);
        Given(new StaffEvent.AccountLinked("kw-1", "kit")).When(new StaffCommand.LinkFirstLead("Lee@Force")).Then(Lees);
        Given(new StaffEvent.AccountLinked("lead-2", "lou")).When(new StaffCommand.LinkFirstLead("Lee@Force")).ThenRefused(RefusalCode.FirstLeadKnown, "Ask a lead");
        Given(new StaffEvent.AccountLinked("kw-1", "kit")).When(new StaffCommand.LinkFirstLead("kit")).ThenRefused(RefusalCode.AccountTaken, "Kit Worker");
        Given().When(new StaffCommand.LinkFirstLead("kit"), new Actor("kw-1", "Kit Worker", Role.KeyWorker)).ThenRefused(RefusalCode.RoleNotPermitted);
    }

    [Theory]
    [InlineData("", RefusalCode.TextMissing)]
    [InlineData("a\u202Eb", RefusalCode.TextInvalid)]
    public void An_account_is_one_line_of_plain_text(string account, string code) =>
        Given().When(new StaffCommand.LinkAccount("kw-1", account)).ThenRefused(code);

    [Fact]
    public void Only_a_lead_links_accounts() =>
        Given().When(new StaffCommand.LinkAccount("kw-1", "kit"), new Actor("kw-1", "Kit Worker", Role.KeyWorker)).ThenRefused(RefusalCode.RoleNotPermitted);
}
