using System.Text.Json;
using Diversion.Web.Access;

namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>The app roles of the registration are the roles that sign-in knows.</summary>
public sealed class AppRolesTests
{
    private static readonly List<JsonElement> Roles =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Bicep.Folder, "app-roles.json"))).RootElement.EnumerateArray()];

    [Fact]
    public void They_have_the_same_names()
    {
        Assert.Equal(RoleNames.All.Order(), Roles.Select(role => role.GetProperty("value").GetString()!).Order());
        Assert.Equal(Roles.Count, Roles.Select(role => role.GetProperty("id").GetGuid()).Distinct().Count());
    }

    [Fact]
    public void Only_a_connected_system_signs_in_as_a_feed() => Assert.All(Roles, role => Assert.Equal(
        role.GetProperty("value").GetString() == "feed" ? "Application" : "User", Assert.Single(role.GetProperty("allowedMemberTypes").EnumerateArray()).GetString()));
}
