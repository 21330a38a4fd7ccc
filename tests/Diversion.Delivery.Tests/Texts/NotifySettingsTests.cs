using Diversion.Delivery.Texts;
using Microsoft.Extensions.Configuration;

namespace Diversion.Delivery.Tests.Texts;

public sealed class NotifySettingsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Without_a_key_there_are_none() => Assert.False(NotifySettings.AreThere(With("TextTemplateId", NotifyPeer.TemplateId)));

    [Fact]
    public void Key_and_template_are_enough_and_secrets_come_from_files()
    {
        File.WriteAllText(file, NotifyPeer.Key + "\n");
        var settings = NotifySettings.Read(With("ApiKeyFile", file, "TextTemplateId", NotifyPeer.TemplateId));
        Assert.Equal((NotifyPeer.Key, NotifyPeer.TemplateId, "https://api.notifications.service.gov.uk/", null), (settings.ApiKey, settings.TextTemplateId, settings.BaseUrl.AbsoluteUri, settings.CallbackToken));
        Assert.DoesNotContain(NotifyPeer.Secret, $"{settings}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no API key", "ApiKey", "s3cret")]
    [InlineData("no API key", "ApiKey", "26785a09-ab16-4eb0-8407-a37497a57506")]
    [InlineData("was not followed", "ApiKey", "@Microsoft.KeyVault(SecretName=s3cret)")]
    [InlineData("cannot be read", "ApiKeyFile", "/nowhere/at/all")]
    [InlineData("not both", "ApiKey", NotifyPeer.Key, "ApiKeyFile", "/nowhere")]
    [InlineData("Notify__TextTemplateId is missing", "ApiKey", NotifyPeer.Key)]
    [InlineData("Notify__TextTemplateId is missing", "ApiKey", NotifyPeer.Key, "TextTemplateId", "reminder")]
    [InlineData("shorter than 20", "ApiKey", NotifyPeer.Key, "TextTemplateId", NotifyPeer.TemplateId, "CallbackToken", "s3cret")]
    [InlineData("no https address", "ApiKey", NotifyPeer.Key, "TextTemplateId", NotifyPeer.TemplateId, "BaseUrl", "http://notify.example")]
    [InlineData("no https address", "ApiKey", NotifyPeer.Key, "TextTemplateId", NotifyPeer.TemplateId, "BaseUrl", "notify")]
    public void Anything_else_is_refused_without_its_value(string told, params string[] settings)
    {
        var fault = Assert.Throws<DeliverySettingsException>(() => NotifySettings.Read(With(settings)));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.All(["s3cret", NotifyPeer.Secret], secret => Assert.DoesNotContain(secret, fault.Message, StringComparison.Ordinal));
        Assert.Null(NotifySettings.TokenOrNull(With(settings)));
    }

    [Fact]
    public void A_server_on_this_machine_may_be_spoken_to_in_the_clear() => Assert.Equal(
        "http://127.0.0.1:8099/", NotifySettings.Read(With("ApiKey", NotifyPeer.Key, "TextTemplateId", NotifyPeer.TemplateId, "BaseUrl", "http://127.0.0.1:8099")).BaseUrl.AbsoluteUri);

    private static IConfiguration With(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Chunk(2).Select(pair => new KeyValuePair<string, string?>($"Notify:{pair[0]}", pair[1]))).Build();
}
