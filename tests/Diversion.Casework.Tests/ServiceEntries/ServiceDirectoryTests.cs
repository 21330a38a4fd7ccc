using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.Boundaries;
using Diversion.Casework.Maintenance;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Boundaries;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.ServiceEntries;

/// <summary>The service directory: found for a person, filled from a file, and counted from the agreements.</summary>
public sealed class ServiceDirectoryTests : IDisposable
{
    private static readonly ServiceEntry Housing = new("Supported housing", "Home First", "Twenty flats.", [PathwayKind.Accommodation]) { Places = 2, District = "County Durham" };

    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(50);
    private readonly ServiceDirectory directory;
    private readonly ServiceService services;
    private readonly ServiceFinder finder;
    private readonly BoundaryService boundaries;

    public ServiceDirectoryTests()
    {
        directory = new ServiceDirectory(casework.Store);
        services = new ServiceService(casework.Store, cache, casework.Rulebook, directory, casework);
        boundaries = new BoundaryService(casework.Store, cache, casework);
        finder = new ServiceFinder(directory, boundaries, casework.Store);
    }

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task Services_are_found_by_words_need_and_place_and_a_closed_one_is_not()
    {
        await Add("housing", Housing);
        await Add("nurse", new ServiceEntry("Nurse", "Clinic", "Vaccination, and a talk about worries.", [PathwayKind.Health]) { Postcode = "TQ1 1AA", District = "Torbay", Languages = ["Polish"] });
        Assert.Equal(["nurse"], await Ids(new ServiceWish("WORRIES polish")));
        Assert.Equal(["nurse"], await Ids(new ServiceWish(Need: PathwayKind.Health)));
        Assert.Equal(["nurse"], await Ids(new ServiceWish(Place: "tq1")));
        Assert.Equal(["housing"], await Ids(new ServiceWish(Place: "durham")));
        Assert.Equal(["nurse", "housing"], await Ids(new ServiceWish()));
        Assert.Empty(await Ids(new ServiceWish("nobody")));

        await Do("nurse", new ServiceCommand.CloseService { Reason = "She left." });
        Assert.Empty(await Ids(new ServiceWish(Need: PathwayKind.Health)));

        // Another process reads the same.
        var other = new ServiceFinder(new ServiceDirectory(casework.Store), boundaries, casework.Store);
        Assert.Equal(["housing"], (await other.Find(new ServiceWish(), casework.Now, 10)).Fit.Select(found => found.Id));
    }

    [Fact]
    public async Task For_a_person_the_nearest_that_fits_comes_first_and_the_others_say_why_not()
    {
        const string Square = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Riverside"},"geometry":{"type":"Polygon","coordinates":[[[-1.6,54.7],[-1.5,54.7],[-1.5,54.8],[-1.6,54.8],[-1.6,54.7]]]}}]}""";
        Assert.IsType<Outcome<BoundarySet>.Accepted>(await boundaries.Import(BoundaryId.Wards, Encoding.UTF8.GetBytes(Square), "name", Lead, casework.Now));
        await Add("far", Housing with { Latitude = 55.2m, Longitude = -1.55m });
        await Add("near", Housing with { Name = "Zebra flats", Latitude = 54.76m, Longitude = -1.55m });
        await Add("unknown-place", Housing with { Name = "A flat", District = null });
        await Add("men", Housing with { OnlyFor = ServiceSex.Men });
        var person = new ServicePerson(Sex.Female, 30, "Riverside", "County Durham", ["theft"], "Polish");

        var found = await finder.Find(new ServiceWish(Need: PathwayKind.Accommodation, Person: person), casework.Now, 10);

        Assert.Equal(["near", "far", "unknown-place"], found.Fit.Select(one => one.Id));
        Assert.InRange(found.Fit[0].Kilometres!.Value, 0.5, 3);
        Assert.InRange(found.Fit[1].Kilometres!.Value, 45, 55);
        Assert.Null(found.Fit[2].Near);
        Assert.Equal("It does not list Polish: ask for an interpreter.", Assert.Single(found.Fit[0].Notes));
        Assert.Equal(["It is for men."], Assert.Single(found.Others).Against);
    }

    [Fact]
    public async Task Places_in_use_waiting_list_and_waiting_time_are_counted_from_the_agreements()
    {
        await Add("housing", Housing);
        var state = await SignedWith(Id, new ServiceRef("housing"));
        var own = Assert.IsType<PathwayCondition>(state.ConditionOrNull("pathway"));
        Assert.Equal((new ServiceRef("housing", "Supported housing"), "Home First"), (own.Service!, own.Provider));
        Assert.Equal(ServiceUsage.None, await Usage("housing"));

        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));
        Assert.Equal(new ServiceUsage(0, 1, null, 0), await Usage("housing"));
        casework.Now += Duration.FromDays(6);
        await casework.Done(Worker, new PathwayCommand.AcceptPathwayReferral("pathway"));
        Assert.Equal(new ServiceUsage(1, 0, 6, 1), await Usage("housing"));
        Assert.Equal("1 of 2 places free", ServiceFinder.PlacesOf(Assert.Single((await finder.Find(new ServiceWish(), casework.Now, 10)).Fit)));

        // A case keeps the name of the day of its choice.
        await Do("housing", new ServiceCommand.ChangeService(Housing with { Name = "Homes for now" }));
        Assert.Equal("Supported housing", Assert.IsType<PathwayCondition>((await casework.Service.Find(Id))!.ConditionOrNull("pathway")).Service!.Name);

        await casework.Done(Worker, new PathwayCommand.ClosePathway("pathway", false, FailureCause.Service));
        Assert.Equal(new ServiceUsage(0, 0, 6, 1), await Usage("housing"));
        casework.Now += Duration.FromDays(400);
        Assert.Null((await Usage("housing")).DaysWaited);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task A_service_that_is_unknown_or_closed_is_refused_and_a_name_that_was_sent_does_not_count()
    {
        await Add("housing", Housing);
        await casework.Eligible();
        ConditionTerms[] Terms(ServiceRef service) => [new ConditionTerms.NoReoffending(), new ConditionTerms.Pathway(PathwayKind.Accommodation, "Whoever") { Service = service }];
        foreach (var id in (string[])["nothing", "../x", ""])
        {
            var refused = Assert.IsType<Outcome.Refused>(await casework.Do(Officer, new OfferCommand.MakeOffer([.. Terms(new ServiceRef(id, "A name"))])));
            Assert.True(refused.Refusal.Code is RefusalCode.ServiceUnknown or RefusalCode.TextInvalid or RefusalCode.TextMissing, refused.Refusal.Code);
        }

        var offered = await casework.Done(Officer, new OfferCommand.MakeOffer([.. Terms(new ServiceRef("housing", "Another name"))]));
        var terms = Assert.IsType<ConditionTerms.Pathway>(offered.Offer!.Conditions[1]);
        Assert.Equal(("Home First", "Supported housing"), (terms.Provider, terms.Service!.Name!));

        await casework.Done(Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 3, 3), new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org")));
        await Do("housing", new ServiceCommand.CloseService { Reason = "Closed." });
        var closed = Assert.IsType<Outcome.Refused>(await casework.Do(Worker, new PathwayCommand.SendPathwayReferral("pathway") { Service = new ServiceRef("housing") }));
        Assert.Equal(RefusalCode.ServiceUnknown, closed.Refusal.Code);
    }

    [Fact]
    public async Task A_file_is_taken_row_by_row_what_is_wrong_is_told_and_the_exported_file_changes_nothing()
    {
        const string Csv = """
            Service name,Organisation,Description,Pathways,Sex,Min age,Max age,excluded_offences,url,phone_number,postal_code,agreement_starts,agreement_review,colour
            Women's centre,Clinic,A place for women alone.,health; relationships,female,18,,,https://clinic.example,0191 498 0001,dh1 5ul,2026-01-01,2027-01-31,red
            Debt advice,Money Works,"Letters, opened together.",debt,,,,arson,,,,,,
            Bad site,Clinic,Text.,health,,,,,javascript:alert(1),,,,,
            Bad need,Clinic,Text.,astrology,,,,,,,,,,
            Half a date,Clinic,Text.,health,,,,,,,,2026-01-01,,
            Debt advice,money works,Again.,debt,,,,,,,,,,
            No comma
            """;
        var import = new ServiceImport(services, casework.Rulebook);
        var report = Given(await import.Run(Csv, Lead, casework.Now));

        Assert.Equal((7, 2, 0, 0, 5), (report.Rows, report.Added, report.Changed, report.Present, report.Rejected.Count));
        Assert.Equal(["colour"], report.UnknownColumns);
        Assert.Equal([4, 5, 6, 7, 8], report.Rejected.Select(row => row.Line).Order());
        Assert.Contains(report.Rejected, row => row.Faults[0].Reason.Contains("https://", StringComparison.Ordinal));
        Assert.Contains(report.Rejected, row => row.Faults[0].ToString().Contains("pathways: astrology is not known", StringComparison.Ordinal));
        Assert.Contains(report.Rejected, row => row.Faults[0].Reason.Contains("the same service as in line 3", StringComparison.Ordinal));

        var again = Given(await import.Run(Csv, Lead, casework.Now));
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Present));

        var query = new ServiceQuery(services, finder, directory, null!, casework.Store);
        var file = Encoding.UTF8.GetString(((Reply<byte[]>.Given)await query.File(Lead)).Value).TrimStart('\uFEFF');
        Assert.StartsWith("id,name,organization,description,status,pathways,", file, StringComparison.Ordinal);
        Assert.Contains("2027-01-31", file, StringComparison.Ordinal);
        var back = Given(await import.Run(file, Lead, casework.Now));
        Assert.Equal((2, 0, 0, 2, 0), (back.Rows, back.Added, back.Changed, back.Present, back.Rejected.Count));

        // The dates of a partnership agreement are not for others, and no cell is a formula.
        await Add("formula", Housing with { Name = "=cmd()" });
        var plain = Encoding.UTF8.GetString(((Reply<byte[]>.Given)await query.File(Officer)).Value);
        Assert.DoesNotContain("2027-01-31", plain, StringComparison.Ordinal);
        Assert.Contains("'=cmd()", plain, StringComparison.Ordinal);
        Assert.IsType<Reply<ServiceImportReport>.Refused>(await import.Run(Csv, Officer, casework.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,organization\nA,B")]
    [InlineData("name,name,organization,description,pathways\n")]
    [InlineData("\"name,organization")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string csv) =>
        Assert.Equal(RefusalCode.ServiceFileFaulty, Assert.IsType<Reply<ServiceImportReport>.Refused>(await new ServiceImport(services, casework.Rulebook).Run(csv, Lead, casework.Now)).Refusal.Code);

    [Fact]
    public async Task Leads_are_written_to_when_the_review_of_a_partnership_agreement_is_due()
    {
        await Add("housing", Housing);
        await Do("housing", new ServiceCommand.RecordPartnership(new Partnership(new(2025, 3, 1), new(2026, 3, 20))));
        Assert.Empty(await casework.Rows(Tables.Outbox));
        var due = (await services.NextDue("housing"))!.Value;
        Assert.True(await services.PassTime("housing", due));

        Assert.Equal(2, (await casework.Rows(Tables.Outbox)).Count);
        var row = Assert.Single(await casework.Rows(Tables.Inbox));
        Assert.Equal("partnership-review", row.Text("kind"));
        await Do("housing", new ServiceCommand.ReviewPartnership(new LocalDate(2027, 3, 20)) { Reason = "Well." });
        Assert.Empty(await casework.Rows(Tables.Inbox));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    private async Task<AgreementState> SignedWith(AgreementId id, ServiceRef service)
    {
        await casework.Eligible(id);
        await casework.Done(Officer, new OfferCommand.MakeOffer([new ConditionTerms.NoReoffending(), new ConditionTerms.Pathway(PathwayKind.Accommodation, "Whoever") { Service = service }]), id);
        return await casework.Done(Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 3, 3), new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org")), id);
    }

    private ValueTask<ServiceUsage> Usage(string id) => ServiceUsage.Of(casework.Store, id, casework.Now, default);

    private async Task<IEnumerable<string>> Ids(ServiceWish wish) => (await finder.Find(wish, casework.Now, 10)).Fit.Select(found => found.Id);

    private Task Add(string id, ServiceEntry entry) => Do(id, new ServiceCommand.AddService(entry));

    private async Task Do(string id, ServiceCommand command) => Assert.IsType<Outcome<ServiceState>.Accepted>(
        await services.Execute(new ServiceId(id), command with { By = Lead, At = casework.Now }));

    private static T Given<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Given>(reply).Value;
}
