using Diversion.Local.Faults;
using Diversion.Local.Programmes;

namespace Diversion.Local.Tests.Programmes;

/// <summary>The file that names the identity provider.</summary>
public sealed class SignInFileTests : IDisposable
{
    private static readonly Uri Public = new("https://diversion.example");
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public void Without_the_file_only_programs_use_the_server() => Assert.Null(SignInFile.Read(home.Path, Public));

    [Fact]
    public void It_names_the_provider_and_the_secret_is_beside_it()
    {
        home.Write("sign-in.json", """{ "authority": "https://id.example/realms/force", "clientId": "diversion" }""");
        home.Write("sign-in.secret", " s3cret\n");
        OwnerOnly();

        var read = SignInFile.Read(home.Path, Public)!;

        Assert.Equal(("https://id.example/realms/force", "diversion", "s3cret", "sub"), (read.Authority.OriginalString, read.ClientId, read.ClientSecret, read.AccountClaim));
        Assert.Null(read.Roles);
    }

    [Fact]
    public void A_secret_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        home.Write("sign-in.json", """{ "authority": "https://id.example", "clientId": "diversion" }""");
        home.Write("sign-in.secret", "s3cret");
        File.SetUnixFileMode(home.File("sign-in.secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.Contains("chmod 600", Assert.Throws<CannotGoOnException>(() => SignInFile.Read(home.Path, Public)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "clientId": "d" }""", "$.authority")]
    [InlineData("""{ "authority": "http://id.example", "clientId": "d" }""", "$.authority")]
    [InlineData("""{ "authority": "https://id.example" }""", "$.clientId")]
    [InlineData("""{ "authority": "https://id.example", "clientId": "d", "accountClaim": "email" }""", "$.accountClaim")]
    [InlineData("""{ "authority": "https://id.example", "clientId": "d", "roleClaim": "groups" }""", "$.roles")]
    [InlineData("""{ "authority": "https://id.example", "clientId": "d", "roleClaim": "groups", "roles": { "g": "boss" } }""", "$.roles.g")]
    [InlineData("""{ "authority": "https://id.example", "clientId": "d", "clientSecret": "x" }""", "clientSecret")]
    [InlineData("not json", "$")]
    public void A_fault_is_told_with_its_place(string text, string place)
    {
        home.Write("sign-in.json", text);

        var told = Assert.Throws<FaultyFilesException>(() => SignInFile.Read(home.Path, Public));

        Assert.Contains(told.Faults, fault => $"{fault.Path} {fault.Reason}".Contains(place, StringComparison.Ordinal));
    }

    private void OwnerOnly()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(home.File("sign-in.secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
