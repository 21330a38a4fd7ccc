using Diversion.Delivery.Mail;
using Microsoft.Extensions.Configuration;

namespace Diversion.Delivery.Tests.Mail;

public sealed class SmtpSettingsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(null, null, SmtpSecurity.StartTls, 587)]
    [InlineData("tls", null, SmtpSecurity.Tls, 465)]
    [InlineData("STARTTLS", "2525", SmtpSecurity.StartTls, 2525)]
    public void A_host_is_enough_and_encryption_is_the_default(string? security, string? port, SmtpSecurity expected, int at)
    {
        var settings = SmtpSettings.Read(With("Host", "smtp.example.org", "Security", security, "Port", port));

        Assert.Equal((expected, at), (settings.Security, settings.Port));
        Assert.Null(settings.User);
    }

    [Fact]
    public void The_password_comes_from_a_file_and_is_never_printed()
    {
        File.WriteAllText(file, "s3cret\n");
        var settings = SmtpSettings.Read(With("Host", "smtp.example.org", "User", "diversion", "PasswordFile", file));

        Assert.Equal("s3cret", settings.Password);
        Assert.Equal("SmtpSettings { Host = smtp.example.org, Port = 587, Security = StartTls }", $"{settings}");
    }

    [Fact]
    public void An_authority_of_ones_own_is_read_from_a_file()
    {
        var (authority, server) = SmtpPeer.Certificates("localhost");
        using (authority)
        using (server)
        {
            File.WriteAllText(file, authority.ExportCertificatePem());
            Assert.Equal(authority.Thumbprint, SmtpSettings.Read(With("Host", "localhost", "AuthorityFile", file)).Authority!.Thumbprint);
        }
    }

    [Theory]
    [InlineData("Smtp__Host is missing", "Host", " ")]
    [InlineData("no name of a machine", "Host", "https://smtp.example.org/")]
    [InlineData("Smtp__Security is", "Host", "a.example", "Security", "ssl")]
    [InlineData("to this machine only", "Host", "a.example", "Security", "none")]
    [InlineData("Smtp__Port is", "Host", "a.example", "Port", "0")]
    [InlineData("Smtp__Port is", "Host", "a.example", "Port", "70000")]
    [InlineData("belong together", "Host", "a.example", "User", "u")]
    [InlineData("belong together", "Host", "a.example", "Password", "s3cret")]
    [InlineData("not both", "Host", "a.example", "User", "u", "Password", "s3cret", "PasswordFile", "/nowhere")]
    [InlineData("cannot be read", "Host", "a.example", "User", "u", "PasswordFile", "/nowhere/at/all")]
    [InlineData("was not followed", "Host", "a.example", "User", "u", "Password", "@Microsoft.KeyVault(SecretName=s3cret)")]
    [InlineData("no certificate", "Host", "a.example", "AuthorityFile", "/nowhere/at/all")]
    public void Anything_else_is_refused_without_its_value(string told, params string[] settings)
    {
        var refused = Assert.Throws<DeliverySettingsException>(() => SmtpSettings.Read(With(settings)));

        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_host_there_is_no_mail_server() => Assert.False(SmtpSettings.AreThere(With("User", "u")));

    private static IConfiguration With(params string?[] pairs) => new ConfigurationBuilder()
        .AddInMemoryCollection(pairs.Chunk(2).Where(pair => pair[1] is not null).Select(pair => KeyValuePair.Create($"Smtp:{pair[0]}", pair[1]))).Build();
}
