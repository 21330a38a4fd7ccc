using Diversion.Domain.Agreements;
using Diversion.Functions.Hosting;

namespace Diversion.Functions.Tests.Hosting;

public sealed class AppSettingsTests
{
    [Fact]
    public void In_Azure_everything_is_read()
    {
        var settings = SettingsFor.Azure.Read();
        Assert.True(settings.Platform.SignsPeopleIn);
        Assert.Equal("P", settings.Rulebook.Programme.Name);
        Assert.Equal(32, settings.PseudonymKey.Length);
        Assert.Equal(new Uri("https://v.vault.azure.net/keys/data-protection"), settings.KeyOfKeys);
        Assert.Equal(("team", "organisation"), (settings.SignInClaims.Team, settings.SignInClaims.Organisation));
        Assert.Null(settings.Development);
    }

    [Fact]
    public void Everything_that_is_missing_is_reported_at_once_by_the_name_of_the_app_setting()
    {
        var faults = Faults(new Dictionary<string, string?> { ["WEBSITE_INSTANCE_ID"] = "instance" });
        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, fault => fault.StartsWith("Programme__Path: missing. It is ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("PseudonymKey: missing. It is ", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("DataProtection__KeyUri: missing. It is ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PseudonymKey", "c2hvcnQ=")]
    [InlineData("PseudonymKey", "no base64!")]
    [InlineData("PseudonymKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("DataProtection:KeyUri", "https://v.vault.azure.net/secrets/x")]
    [InlineData("DataProtection:KeyUri", "v")]
    [InlineData("Programme:Json", "{}")]
    [InlineData("Programme:Json", "{")]
    [InlineData("Development:TokenKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("Development:Person", "programme-lead:lead:Programme lead")]
    public void What_must_not_be_in_Azure_stops_the_app(string name, string value) =>
        Assert.NotEmpty(Faults(SettingsFor.Azure.With(name, value)));

    [Fact]
    public void No_fault_repeats_a_secret()
    {
        var faults = Faults(SettingsFor.Azure.With("PseudonymKey", "c2VjcmV0LXNlY3JldA=="));
        Assert.DoesNotContain(faults, fault => fault.Contains("c2VjcmV0", StringComparison.Ordinal));
    }

    [Fact]
    public void On_a_developers_machine_a_person_and_a_key_are_taken()
    {
        var settings = SettingsFor.DevelopersMachine
            .With("Development:Person", "key-worker:kw-1:Sam Carter:Durham North")
            .With("Development:TokenKey", SettingsFor.Key)
            .Read();
        Assert.Equal(new Actor("kw-1", "Sam Carter", Role.KeyWorker, "Durham North"), settings.Development!.Person);
        Assert.Equal(32, settings.Development.TokenKey!.Length);
        Assert.Null(settings.KeyOfKeys);
    }

    [Theory]
    [InlineData("clock:c:Clock")]
    [InlineData("programme-lead")]
    [InlineData("programme-lead::Name")]
    [InlineData("programme-lead:id:Name:a:b:c")]
    public void An_invalid_development_person_is_reported(string person) =>
        Assert.Contains("Development__Person", Assert.Single(Faults(SettingsFor.DevelopersMachine.With("Development:Person", person))), StringComparison.Ordinal);

    [Fact]
    public void A_provider_of_ones_own_is_taken_in_Azure_with_its_secret_and_the_first_leads_code()
    {
        var provider = SettingsFor.Azure.With("SignIn:Provider", Provider).With("SignIn:Secret", "s3cret").With("SignIn:FirstLeadCode", "abcd-efgh-ijkl-mnop").Read().Provider!;
        Assert.Equal(("https://id.example", "diversion", "s3cret"), (provider.Authority.OriginalString, provider.ClientId, provider.ClientSecret));
        Assert.Equal(new Uri("https://diversion.example"), provider.PublicUrl);
        Assert.Equal("abcd-efgh-ijkl-mnop", provider.FirstLeadCode);
    }

    [Fact]
    public void Without_a_code_in_the_settings_the_first_lead_has_one_that_nobody_can_guess()
    {
        string Made() => SettingsFor.Azure.With("SignIn:Provider", Provider).Read().Provider!.FirstLeadCode!;
        Assert.Equal(32, Made().Length);
        Assert.NotEqual(Made(), Made());
    }

    [Theory]
    [InlineData("SignIn:Provider", "{", "SignIn__Provider: $")]
    [InlineData("SignIn:Provider", """{"authority":"http://id.example","clientId":"d"}""", "SignIn__Provider: $.authority")]
    [InlineData("SignIn:FirstLeadCode", "abcd-efgh", "SignIn__FirstLeadCode: too short")]
    [InlineData("Development:Person", "programme-lead:lead:Programme lead", "Development__Person: given together with SignIn__Provider")]
    public void Faults_of_the_provider_are_told_with_their_setting(string name, string value, string told) => Assert.StartsWith(
        told, Assert.Single(Faults(SettingsFor.DevelopersMachine.With("SignIn:Provider", Provider).With(name, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("SignIn:Secret")]
    [InlineData("SignIn:FirstLeadCode")]
    public void What_belongs_to_a_provider_is_not_taken_without_one(string name) =>
        Assert.Contains("without SignIn__Provider", Assert.Single(Faults(SettingsFor.Azure.With(name, "abcd-efgh-ijkl-mnop"))), StringComparison.Ordinal);

    [Fact]
    public void The_sample_settings_are_enough_to_start()
    {
        var settings = AppSettings.Read(SampleSettings.Read(), AppContext.BaseDirectory);
        Assert.Equal(Role.ProgrammeLead, settings.Development!.Person!.Role);
    }

    private const string Provider = """{"authority":"https://id.example","clientId":"diversion"}""";

    private static IReadOnlyList<string> Faults(Dictionary<string, string?> values) =>
        Assert.Throws<FaultySettingsException>(values.Read).Faults;
}
