using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Notify.Client;

namespace Diversion.Delivery.Texts;

/// <summary>
/// Sends texts by GOV.UK Notify. The message's id is the reference there: before a text is sent, Notify is asked whether it has
/// one of that reference, so that a text whose answer was lost is not sent twice. The package's client blocks its thread, so a few
/// at a time go out.
/// </summary>
public sealed class NotifyTexter : ITexter, IDisposable
{
    private const int MostAtOnce = 8;

    private readonly SemaphoreSlim places = new(MostAtOnce, MostAtOnce);
    private readonly NotifySettings settings;
    private readonly NotifyHttp http;
    private readonly NotificationClient client;

    public NotifyTexter(NotifySettings settings)
        : this(settings, TimeSpan.FromSeconds(30))
    {
    }

    /// <param name="patience">How long Notify may take for one answer; tests are less patient.</param>
    internal NotifyTexter(NotifySettings settings, TimeSpan patience)
    {
        this.settings = settings;
        http = new NotifyHttp(settings.BaseUrl, patience);
        client = new NotificationClient(http, settings.ApiKey);
    }

    public async ValueTask Send(RenderedText text, CancellationToken cancellation = default)
    {
        await places.WaitAsync(cancellation);
        var isSending = false;
        try
        {
            if (await Task.Run(() => IsThere(text.Id), cancellation))
            {
                return;
            }

            isSending = true;
            await Task.Run(
                () => client.SendSmsAsync(text.ToNumber, settings.TextTemplateId, new Dictionary<string, dynamic> { [NotifySettings.BodyField] = text.Body }, text.Id), cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            if (NotifyFaults.Explain(text.Id, fault, isSending) is { } explained)
            {
                throw explained;
            }

            throw;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
    }

    /// <summary>One that failed there may be sent again.</summary>
    private async Task<bool> IsThere(string reference) =>
        (await client.GetNotificationsAsync("sms", reference: reference))?.notifications?.Any(one => one.reference == reference && one.status is not ("permanent-failure" or "temporary-failure" or "technical-failure")) == true;
}
