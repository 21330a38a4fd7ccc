using Diversion.Domain.Agreements;
using Diversion.Functions.SignIn;

namespace Diversion.Functions.Tests.SignIn;

public sealed class PrincipalReaderTests
{
    private readonly PrincipalReader reader = new(new SignInClaims("team", "extn.organisation"));

    [Theory]
    [InlineData("police-officer", Role.PoliceOfficer)]
    [InlineData("sergeant", Role.Sergeant)]
    [InlineData("key-worker", Role.KeyWorker)]
    [InlineData("programme-lead", Role.ProgrammeLead)]
    [InlineData("facilitator", Role.Facilitator)]
    [InlineData("analyst", Role.Analyst)]
    [InlineData("feed", Role.Feed)]
    public void An_app_role_is_one_of_our_roles(string appRole, Role role)
    {
        var actor = Known(Principals.Person(appRole, ("team", "Durham North")));
        Assert.Equal(new Actor(Principals.Id, "Harriet Ashdown", role, "Durham North"), actor);
    }

    [Fact]
    public void A_provider_comes_with_its_organisation()
    {
        Assert.Equal("Thirteen", Known(Principals.Person("provider", ("extn.organisation", "Thirteen"))).Organisation);
        Assert.Contains("extn.organisation", Refused(Principals.Person("provider", ("organisation", "Thirteen"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Short_and_long_names_of_claims_are_read_alike() =>
        Assert.Equal(
            new Actor(Principals.Id, "Harriet Ashdown", Role.Sergeant),
            Known(Principals.Of(
                ("oid", Principals.Id.ToUpperInvariant()),
                ("name", "Harriet Ashdown"),
                ("http://schemas.microsoft.com/ws/2008/06/identity/claims/role", "sergeant"))));

    [Fact]
    public void A_connected_system_needs_no_name() =>
        Assert.Equal("Connected system", Known(Principals.Of((Principals.ObjectId, Principals.Id), ("roles", "feed"))).Name);

    [Theory]
    [InlineData("clock")]
    [InlineData("Programme-Lead")]
    [InlineData("administrator")]
    [InlineData(" ")]
    public void A_role_that_is_not_ours_is_none(string appRole) =>
        Assert.Contains("has no role in Diversion", Refused(Principals.Person(appRole)), StringComparison.Ordinal);

    [Fact]
    public void Several_roles_are_refused_by_name()
    {
        var advice = Refused(Principals.Person("programme-lead", ("roles", "key-worker")));
        Assert.Contains("key-worker, programme-lead", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_role_twice_and_a_foreign_one_beside_it_do_no_harm() =>
        Assert.Equal(Role.KeyWorker, Known(Principals.Person("key-worker", ("roles", "key-worker"), ("roles", "printing"))).Role);

    [Theory]
    [InlineData("")]
    [InlineData("not a guid")]
    [InlineData("../other")]
    public void Without_an_object_id_nobody_is_known(string id)
    {
        Refused(Principals.Of(("name", "Harriet Ashdown"), ("roles", "programme-lead"), (Principals.ObjectId, id)));
        Refused(Principals.Of(("name", "Harriet Ashdown"), ("roles", "programme-lead"), ("sub", Principals.Id)));
    }

    [Fact]
    public void Two_object_ids_are_refused() =>
        Refused(Principals.Person("programme-lead", ("oid", "00000000-0000-0000-0000-000000000001")));

    [Theory]
    [InlineData("facebook")]
    [InlineData("AAD ")]
    [InlineData("")]
    public void Only_Entra_ID_counts(string provider) => Refused(Principals.From(
        provider, (Principals.ObjectId, Principals.Id), ("name", "Harriet Ashdown"), ("roles", "programme-lead")));

    [Theory]
    [InlineData("%%%")]
    [InlineData("e30")]
    [InlineData("")]
    public void What_is_no_base64_is_refused(string header) => Refused(header);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"auth_typ\":\"aad\"}")]
    [InlineData("{\"auth_typ\":\"aad\",\"claims\":null}")]
    [InlineData("{\"auth_typ\":\"aad\",\"claims\":[null,{}]}")]
    [InlineData("{\"auth_typ\":\"aad\",\"claims\":[{\"typ\":1,\"val\":2}]}")]
    public void What_is_not_the_platforms_JSON_is_refused(string json) => Refused(Principals.Encoded(json));

    [Fact]
    public void A_header_beyond_all_measure_is_not_read() =>
        Refused(Principals.Person("programme-lead", ("groups", new string('x', 100_000))));

    [Fact]
    public void A_name_that_no_record_could_hold_is_refused() =>
        Refused(Principals.Of((Principals.ObjectId, Principals.Id), ("name", "Harriet\u0007"), ("roles", "programme-lead")));

    private Actor Known(string header) => Assert.IsType<PrincipalReading.Known>(reader.Read(header)).Actor;

    private string Refused(string header)
    {
        var advice = Assert.IsType<PrincipalReading.Refused>(reader.Read(header)).Advice;
        Assert.EndsWith(".", advice, StringComparison.Ordinal);
        return advice;
    }
}
