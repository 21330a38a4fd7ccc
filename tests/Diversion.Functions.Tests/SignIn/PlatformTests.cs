using Diversion.Functions.Azure.Settings;
using Microsoft.Extensions.Configuration;

namespace Diversion.Functions.Tests.SignIn;

public sealed class PlatformTests
{
    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("CONTAINER_NAME")]
    [InlineData("WEBSITE_POD_NAME")]
    public void Each_plan_is_known_by_what_it_sets(string variable)
    {
        Assert.Equal(new Platform(IsAzure: true, SignsPeopleIn: false), Read(("WEBSITE_SITE_NAME", "diversion"), (variable, "x")));
        Assert.Equal(new Platform(IsAzure: true, SignsPeopleIn: true), Read(("WEBSITE_SITE_NAME", "diversion"), (variable, "x"), ("WEBSITE_AUTH_ENABLED", "True")));
    }

    [Theory]
    [InlineData("CONTAINER_NAME")]
    [InlineData("WEBSITE_POD_NAME")]
    [InlineData("WEBSITE_SITE_NAME")]
    public void One_name_by_itself_is_not_Azure(string variable) =>
        Assert.Equal(new Platform(IsAzure: false, SignsPeopleIn: false), Read((variable, "x"), ("WEBSITE_AUTH_ENABLED", "True")));

    [Theory]
    [InlineData("False")]
    [InlineData("1")]
    [InlineData("")]
    public void Only_True_means_on(string value) =>
        Assert.False(Read(("WEBSITE_INSTANCE_ID", "x"), ("WEBSITE_AUTH_ENABLED", value)).SignsPeopleIn);

    [Fact]
    public void A_developers_machine_signs_nobody_in_whatever_it_says() =>
        Assert.Equal(new Platform(IsAzure: false, SignsPeopleIn: false), Read(("WEBSITE_AUTH_ENABLED", "True"), ("WEBSITE_HOSTNAME", "localhost:7071")));

    private static Platform Read(params IEnumerable<(string Name, string Value)> variables) => Platform.Read(
        new ConfigurationBuilder().AddInMemoryCollection(variables.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))).Build());
}
