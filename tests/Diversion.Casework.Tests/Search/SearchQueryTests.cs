using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Search;

public sealed class SearchQueryTests : IDisposable
{
    private const string Reason = "Asked at the counter about this person";
    private static readonly Actor OtherOfficer = new("o9", "Ona Officer", Role.PoliceOfficer, "south");
    private static readonly Actor Stranger = new("w9", "Stef Stranger", Role.KeyWorker, "west");
    private static readonly Actor Provider = new("p1", "Pip Provider", Role.Provider, Organisation: "Home First");
    private static readonly LocalDate Today = new(2026, 3, 5);
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Theory]
    [InlineData("Zoë O’Brien-Smith", "zoe obrien smith")]
    [InlineData("  ŁUKASZ  Żółć ", "lukasz zolc")]
    [InlineData("Straße", "strasse")]
    [InlineData("Jose\u0301 Nguye\u0302\u0303n", "jose nguyen")]
    [InlineData("Nguyễn İpek", "nguyen ipek")]
    [InlineData("Ann Ann", "ann")]
    [InlineData("李 明", "李 明")]
    [InlineData("--- ''", "")]
    [InlineData("𝒜da", "da")]
    public void Names_are_folded(string name, string expected) => Assert.Equal(expected, string.Join(' ', FoldedName.Words(name)));

    [Theory]
    [InlineData("dv7k3m92qx4p")]
    [InlineData(" DV-7K3M9-2QX4P ")]
    [InlineData("dv 7k3m9 2qx4p")]
    public void A_reference_is_read_in_any_spelling(string typed) => Assert.Equal("DV-7K3M9-2QX4P", SearchTerms.Read(typed, Today)?.Reference);

    [Theory]
    [InlineData("17/5/1995")]
    [InlineData("17 May 1995")]
    [InlineData("17 may 1995")]
    [InlineData("1995-05-17")]
    [InlineData("17.05.1995")]
    public void A_date_of_birth_is_read(string typed) => Assert.Equal(new LocalDate(1995, 5, 17), SearchTerms.Read(typed, Today)?.BornOn);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("%_*")]
    public async Task Nothing_to_search_for_is_refused(string? typed) =>
        Assert.Equal(CaseworkRefusal.SearchEmpty, Assert.IsType<Reply<SearchResult>.Refused>(await Query().Of(typed, new AccessRequest(Lead, casework.Now))).Refusal.Code);

    [Theory]
    [InlineData("pat")]
    [InlineData("PARTIC")]
    [InlineData("part pat")]
    [InlineData("17 5 1995")]
    [InlineData("17/5/1995")]
    public async Task A_person_is_found_by_any_part_and_by_birth(string typed)
    {
        var state = await casework.Signed();
        var hit = Assert.Single((await Of(typed, Lead)).Hits);
        Assert.Equal((Id.Value, "Pat Participant", "active", "Wyn Worker", true, (LocalDate?)state.Referral.Person.BornOn), (hit.Agreement, hit.Name, hit.StatusWords, hit.KeyWorker, hit.Own, hit.BornOn));
    }

    [Theory]
    [InlineData("2020/0000009N")]
    [InlineData("20/9n")]
    [InlineData("20200000009N")]
    [InlineData("07700 900982")]
    [InlineData("+44 7700 900 982")]
    [InlineData("0044 (0)7700-900982")]
    public async Task A_person_is_found_by_pnc_id_and_telephone_however_they_are_written(string typed)
    {
        await casework.Done(Officer, Referral() is var refer ? refer with { Person = refer.Person with { PncId = "2020/0000009N", Phone = "07700 900982" } } : refer);

        Assert.Equal(Id.Value, Assert.Single((await Of(typed, Lead)).Hits).Agreement);
        Assert.Empty((await Of(typed, OtherOfficer)).Hits);
        Assert.Equal(Id.Value, Assert.Single((await Of(typed, OtherOfficer, Reason)).Hits).Agreement);
        Assert.Empty((await Of(typed, Provider)).Hits);
    }

    [Fact]
    public async Task After_a_change_only_the_new_number_finds_the_person()
    {
        await casework.Done(Officer, Referral() is var refer ? refer with { Person = refer.Person with { Phone = "07700 900982" } } : refer);
        await casework.Done(Officer, new ReferralCommand.ChangeContact(new ContactDetails(true, Phone: "0191 498 0001")));

        Assert.Empty((await Of("07700 900982", Lead)).Hits);
        Assert.Single((await Of("+44 191 498 0001", Lead)).Hits);
    }

    [Theory]
    [InlineData("CRI/26/0077")]
    [InlineData("cri 26 0077")]
    [InlineData("CRI260077")]
    public async Task A_case_is_found_by_the_crime_number_of_any_of_its_offences(string typed)
    {
        await casework.Done(Officer, Referral());
        await casework.Done(Officer, new ReferralCommand.AddOffence(new Offence("Broke a window", "criminal-damage", new LocalDate(2026, 2, 1), OffenceClass.EitherWay) { CrimeNumber = "CRI/26/0077" }));

        Assert.Equal(Id.Value, Assert.Single((await Of(typed, Lead)).Hits).Agreement);
        Assert.Empty((await Of("CRI/26/0078", Lead)).Hits);
        Assert.Empty((await Of(typed, OtherOfficer)).Hits);
        Assert.Empty((await Of(typed, Provider)).Hits);
    }

    [Theory]
    [InlineData("at")]
    [InlineData("pat other")]
    [InlineData("18/5/1995")]
    public async Task Nobody_is_found_by_what_is_not_theirs(string typed)
    {
        await casework.Signed();
        Assert.Empty((await Of(typed, Lead)).Hits);
    }

    [Fact]
    public async Task Cases_of_others_are_found_with_a_reason_only_and_the_access_is_logged()
    {
        await casework.Signed();
        foreach (var other in new[] { OtherOfficer, Stranger })
        {
            foreach (var typed in new[] { "pat", Id.Value, "17/5/1995" })
            {
                Assert.Empty((await Of(typed, other)).Hits);
                Assert.False(Assert.Single((await Of(typed, other, Reason)).Hits).Own);
            }
        }

        var looks = await new AccessLog(casework.Store).Of(Id);
        Assert.Equal(["o9", "w9"], looks.Select(request => request.ActorId).Distinct().Order());
        Assert.All(looks, request => Assert.Equal((Reason, "search"), (request.Reason, request.What)));
        Assert.IsType<Reply<SearchResult>.Refused>(await Query().Of("pat", new AccessRequest(Stranger, casework.Now, "short")));
    }

    [Fact]
    public async Task Ones_own_are_found_without_a_reason_and_without_a_log()
    {
        await casework.Signed();
        Assert.Single((await Of("pat", Officer)).Hits);
        Assert.Single((await Of("pat", Worker, Reason)).Hits);
        Assert.Empty(await new AccessLog(casework.Store).Of(Id));
    }

    [Fact]
    public async Task A_provider_finds_their_own_by_name_and_learns_no_date_of_birth()
    {
        await casework.Signed();
        await casework.Done(Officer, Referral(AgreementIds.FromCustodyReference("CUS/2"), "Pat Another"), AgreementIds.FromCustodyReference("CUS/2"));

        var hit = Assert.Single((await Of("pat", Provider, Reason)).Hits);
        Assert.Equal((Id.Value, (LocalDate?)null, (string?)null), (hit.Agreement, hit.BornOn, hit.Team));
        Assert.Empty((await Of("17/5/1995", Provider, Reason)).Hits);
        Assert.Empty((await Of(AgreementIds.FromCustodyReference("CUS/2").Value, Provider, Reason)).Hits);
    }

    [Fact]
    public async Task Analysts_cannot_search() => Assert.IsType<Reply<SearchResult>.Refused>(
        await Query().Of("pat", new AccessRequest(new Actor("a1", "Ann", Role.Analyst), casework.Now, Reason)));

    [Fact]
    public async Task An_amended_name_is_found_under_the_new_one_only()
    {
        await casework.Done(Officer, Referral());
        var refer = Referral();
        await casework.Done(Officer, new ReferralCommand.AmendReferral(refer.Person with { Name = "Robin Renamed" }, refer.Offence));

        Assert.Empty((await Of("pat", Lead)).Hits);
        Assert.Single((await Of("renamed", Lead)).Hits);
        Assert.Equal(["name:r", "name:r"], (await casework.Rows(Tables.Search)).Where(row => row.Partition.StartsWith("name:", StringComparison.Ordinal)).Select(row => row.Partition));
    }

    [Fact]
    public async Task At_most_fifty_are_shown_in_an_order_that_does_not_change()
    {
        for (var n = 0; n < 60; n++)
        {
            var id = AgreementIds.FromCustodyReference($"N/{n}");
            await casework.Done(Officer, Referral(id, $"Sam Smith{n:00}"), id);
        }

        var first = await Of("smith", Lead);
        Assert.Equal((50, true), (first.Hits.Count, first.More));
        Assert.Equal(first.Hits, (await Of("smith", Lead)).Hits);
        Assert.Equal("Sam Smith07", Assert.Single((await Of("sam smith07", Lead)).Hits).Name);
        Assert.Equal(10, (await Of("smith1", Lead)).Hits.Count);
    }

    [Fact]
    public async Task One_among_thousands_of_a_name_is_found_by_the_other_part()
    {
        for (var n = 0; n < 2_600; n++)
        {
            await casework.Store.Commit(
                new TableTransaction(
                    Tables.Search,
                    "name:p",
                    [new RowChange.Upsert($"participant|DV-A{n:0000}-00000", new Dictionary<string, object> { ["agreement"] = $"DV-A{n:0000}-00000", ["name"] = "other participant", ["officer"] = "o1" })]),
                []);
        }

        await casework.Signed();
        Assert.True((await Of("participant", Lead)).More);
        Assert.Equal("Pat Participant", Assert.Single((await Of("pat participant", Lead)).Hits).Name);
    }

    [Fact]
    public async Task Lost_rows_are_found_by_verify_and_made_again_by_rebuild()
    {
        await casework.Signed();
        var row = (await casework.Rows(Tables.Search))[0];
        await casework.Store.Commit(new TableTransaction(Tables.Search, row.Partition, [new RowChange.Delete(row.Row)]), []);

        Assert.Contains("Run `rebuild`", (await Verification.Run(casework.Store)).Fault, StringComparison.Ordinal);
        Assert.Equal(1, (await Rebuilding.Run(casework.Store)).Written);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    private SearchQuery Query() => new(casework.Records, casework.Store, new AccessLog(casework.Store));

    private async Task<SearchResult> Of(string typed, Actor by, string? reason = null)
    {
        casework.Now += Duration.FromSeconds(1);
        return Assert.IsType<Reply<SearchResult>.Given>(await Query().Of(typed, new AccessRequest(by, casework.Now, reason))).Value;
    }
}
