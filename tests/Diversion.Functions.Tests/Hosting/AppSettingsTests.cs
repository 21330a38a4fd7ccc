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
    public void The_sample_settings_are_enough_to_start()
    {
        var settings = AppSettings.Read(SampleSettings.Read(), AppContext.BaseDirectory);
        Assert.Equal(Role.ProgrammeLead, settings.Development!.Person!.Role);
    }

    private static IReadOnlyList<string> Faults(Dictionary<string, string?> values) =>
        Assert.Throws<FaultySettingsException>(values.Read).Faults;
}
