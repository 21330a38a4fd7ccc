using System.Diagnostics;
using System.Net.Http.Headers;
using Diversion.Benchmarks.Measuring;

namespace Diversion.Benchmarks.Programs;

/// <summary><c>diversion serve</c> as a process of its own, ended when disposed.</summary>
internal sealed class RunningServer : IDisposable
{
    private readonly Process process;

    private RunningServer(Process process, Uri address, TimeSpan untilReady)
    {
        this.process = process;
        Address = address;
        UntilReady = untilReady;
        Resident = Memory.Resident(process.Id);
    }

    public Uri Address { get; }

    /// <summary>From starting the process to the first "ready".</summary>
    public TimeSpan UntilReady { get; }

    /// <summary>Resident bytes when it was ready.</summary>
    public long Resident { get; }

    public static async Task<RunningServer> Start(string folder)
    {
        var address = new Uri($"http://127.0.0.1:{DiversionProgram.FreePort()}");
        var began = Stopwatch.GetTimestamp();
        var started = DiversionProgram.Start("serve", "--data", folder, "--urls", address.ToString());

        // Unread pipes would fill up and block it.
        _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = started.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = address };
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2))
        {
            if (started.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {started.ExitCode}: {await errors}");
            }

            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return new RunningServer(started, address, Stopwatch.GetElapsedTime(began));
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        started.Kill();
        throw new InvalidOperationException("The server was not ready within two minutes.");
    }

    /// <param name="token">The arguments of <c>token</c> that name the user.</param>
    public async Task<HttpClient> SignedIn(string folder, params string[] token)
    {
        var (code, output) = await DiversionProgram.Run(["token", "--data", folder, .. token]);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = code == 0
            ? new AuthenticationHeaderValue("Bearer", output.Trim())
            : throw new InvalidOperationException($"No token: {output}");
        return client;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
