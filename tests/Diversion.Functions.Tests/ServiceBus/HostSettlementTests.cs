using System.Buffers.Binary;
using Azure.Messaging.ServiceBus;
using Diversion.Functions.ServiceBus;
using Diversion.Functions.ServiceBus.Wire;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Diversion.Functions.Tests.ServiceBus;

/// <summary>What the host is told about a message, on the wire.</summary>
public sealed class HostSettlementTests : IAsyncLifetime
{
    private readonly WebApplication host;
    private readonly ServiceBusReceivedMessage message = ServiceBusModelFactory.ServiceBusReceivedMessage(lockTokenGuid: Guid.Parse("a5c7a0a4-7d6c-4d0a-9f4a-27d6a3d5b1c0"));
    private string answer = "0";
    private (string Path, byte[] Body)? asked;

    public HostSettlementTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        host = builder.Build();
        host.Run(Serve);
    }

    public Task InitializeAsync() => host.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_that_is_done_is_named_by_its_lock()
    {
        using var settlement = Settlement();
        await settlement.Complete(message, CancellationToken.None);

        Assert.Equal("/Settlement/Complete", asked!.Value.Path);
        Assert.Equal(message.LockToken, CompleteRequest.Parser.ParseFrom(asked.Value.Body).Locktoken);
    }

    [Fact]
    public async Task A_dead_letter_has_its_reason_and_description()
    {
        using var settlement = Settlement();
        await settlement.DeadLetter(message, "item-malformed", "1 of 2 items refused", CancellationToken.None);

        Assert.Equal("/Settlement/Deadletter", asked!.Value.Path);
        var told = DeadletterRequest.Parser.ParseFrom(asked.Value.Body);
        Assert.Equal((message.LockToken, "item-malformed", "1 of 2 items refused"), (told.Locktoken, told.DeadletterReason, told.DeadletterErrorDescription));
    }

    [Fact]
    public async Task What_the_host_cannot_settle_is_a_fault_of_the_function_so_that_the_message_comes_again()
    {
        answer = "13";
        using var settlement = Settlement();

        var fault = await Assert.ThrowsAsync<RpcException>(() => settlement.Complete(message, CancellationToken.None));

        Assert.Equal(StatusCode.Internal, fault.StatusCode);
    }

    [Fact]
    public async Task A_host_that_gave_no_address_is_reported()
    {
        using var settlement = new HostSettlement(new ConfigurationBuilder().Build());

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => settlement.Complete(message, CancellationToken.None));

        Assert.Contains("Functions:Worker:HostEndpoint", fault.Message, StringComparison.Ordinal);
    }

    private HostSettlement Settlement() => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Functions:Worker:HostEndpoint", host.Urls.Single())]).Build());

    /// <summary>
    /// The part of gRPC that a call with one short message needs: five bytes with its length, the message, a status in the
    /// trailers.
    /// </summary>
    private async Task Serve(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var framed = body.ToArray();
        asked = (http.Request.Path, framed.AsSpan(5, BinaryPrimitives.ReadInt32BigEndian(framed.AsSpan(1))).ToArray());
        http.Response.ContentType = "application/grpc";
        if (answer == "0")
        {
            await http.Response.BodyWriter.WriteAsync(new byte[5]);
        }

        http.Response.AppendTrailer("grpc-status", answer);
    }
}
