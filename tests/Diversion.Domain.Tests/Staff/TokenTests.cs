using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Tests.Fixture;
using static Diversion.Domain.Tests.Staff.StaffCase;

namespace Diversion.Domain.Tests.Staff;

/// <summary>Tokens of programs, made by a lead on 3 March 2026.</summary>
public sealed class TokenTests
{
    private static readonly string Hash = new('a', 64);
    private static readonly StaffCommand.CreateToken Tags = new("t-1", " Tag provider ", TokenScope.TagEvents, new LocalDate(2026, 6, 30), Hash);
    private static readonly StaffEvent.TokenCreated Made =
        new(new ApiToken("t-1", "Tag provider", TokenScope.TagEvents, Hash, "lead-1", "Lee Lead", Now, Case.Time("2026-07-01 00:00")));

    [Fact]
    public void A_token_works_until_the_end_of_its_last_day()
    {
        var state = Given().When(Tags).Then(Made);

        Assert.Equal(TokenStanding.Works, Standing(state, "2026-06-30 23:59"));
        Assert.Equal(TokenStanding.Expired, Standing(state, "2026-07-01 00:00"));
    }

    [Fact]
    public void A_revoked_one_works_no_more_and_is_revoked_once()
    {
        var state = Given(Made).When(new StaffCommand.RevokeToken("t-1")).Then(new StaffEvent.TokenRevoked("t-1", Now));

        Assert.Equal(TokenStanding.Revoked, Standing(state, "2026-03-03 10:00"));
        Given(Made, new StaffEvent.TokenRevoked("t-1", Now)).When(new StaffCommand.RevokeToken("t-1")).ThenNothing();
        Given(Made).When(new StaffCommand.RevokeToken("t-2")).ThenRefused(RefusalCode.TokenUnknown);
    }

    [Fact]
    public void It_stops_when_its_maker_does_not_lead_any_more()
    {
        Assert.Equal(TokenStanding.CreatorGone, Standing(Given(Made).When(new StaffCommand.ChangeRoles("lead-1", [Role.KeyWorker]), new Actor("lead-2", "Lou Lead", Role.ProgrammeLead)).Then(new StaffEvent.RolesChanged("lead-1", [Role.KeyWorker], null)), "2026-03-03 10:00"));
        var left = Given(Made, new StaffEvent.LeavingRecorded("lead-1", new LocalDate(2026, 3, 2), Case.Time("2026-03-03 00:00"))).When(new StaffCommand.TimePassed()).Then(new StaffEvent.PersonLeft("lead-1"));
        Assert.Equal(TokenStanding.CreatorGone, Standing(left, "2026-03-03 10:00"));
    }

    [Fact]
    public void Somebody_whom_the_directory_knows_as_no_lead_makes_none() =>
        Given().When(Tags, new Actor("kw-1", "Kit Worker", Role.ProgrammeLead)).ThenRefused(RefusalCode.RoleNotPermitted);

    [Theory]
    [InlineData("2026-03-03")]
    [InlineData("2027-03-04")]
    public void It_ends_within_a_year(string until) =>
        Given().When(Tags with { Until = NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value }).ThenRefused(RefusalCode.ValueOutOfRange);

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Given().When(Tags with { Hash = "dvt_secret" }).ThenRefused(RefusalCode.TextInvalid);
        Given().When(Tags with { Hash = new string('A', 64) }).ThenRefused(RefusalCode.TextInvalid);
        Given().When(Tags with { Scope = (TokenScope)9 }).ThenRefused(RefusalCode.ValueOutOfRange);
        Given().When(Tags with { Name = " " }).ThenRefused(RefusalCode.TextMissing);
        Given(Made).When(Tags with { Id = "t-2", Name = "TAG PROVIDER" }).ThenRefused(RefusalCode.TokenExists);
        Given(Made, new StaffEvent.TokenRevoked("t-1", Now)).When(Tags with { Id = "t-2" }).Then(Made with { Token = Made.Token with { Id = "t-2" } });
    }

    [Fact]
    public void No_more_work_than_anybody_could_look_after_and_the_oldest_revoked_are_forgotten()
    {
        StaffEvent[] many = [.. Enumerable.Range(0, 50).Select(which => Made with { Token = Made.Token with { Id = $"t-{which}", Name = $"Program {which}" } })];
        Given(many).When(Tags with { Id = "t-50" }).ThenRefused(RefusalCode.TokensTooMany);

        StaffEvent[] revoked = [.. many, .. Enumerable.Range(0, 50).Select(which => new StaffEvent.TokenRevoked($"t-{which}", Now + Duration.FromMinutes(which)))];
        StaffEvent[] again = [.. revoked, Made with { Token = Made.Token with { Id = "t-50" } }, new StaffEvent.TokenRevoked("t-50", Now + Duration.FromHours(9))];
        var state = Given(again).When(Tags with { Id = "t-51" }).Then(Made with { Token = Made.Token with { Id = "t-51" } });
        Assert.Equal((51, false), (state.Tokens.Length, state.Tokens.Any(token => token.Id == "t-0")));
    }

    [Fact]
    public void The_oldest_that_have_expired_are_forgotten_too()
    {
        StaffEvent[] expired = [.. Enumerable.Range(0, 60).Select(which => Made with { Token = Made.Token with { Id = $"t-{which}", Name = $"Program {which}", ExpiresAt = Now - Duration.FromDays(60 - which) } })];

        var state = Given(expired).When(Tags with { Id = "t-60" }).Then(Made with { Token = Made.Token with { Id = "t-60" } });

        Assert.Equal((51, "t-10"), (state.Tokens.Length, state.Tokens[0].Id));
    }

    private static TokenStanding Standing(StaffState state, string at) => state.StandingOf(state.Tokens.Single(), Case.Time(at));
}
