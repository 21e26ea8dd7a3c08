"""The browsers that the page is tested in, as drivers of python3-selenium with a few more methods that both have.

Debian has Chromium's driver, and none for Firefox. Firefox itself listens to Marionette, the protocol that its driver would
translate to: messages "LENGTH:JSON" over a socket, [0, number, command, parameters] there, [1, number, error, result] back.
"""
import atexit
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.remote.file_detector import UselessFileDetector


class Chromium(webdriver.Chrome):
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for switch in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage"):
            options.add_argument(f"--{switch}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        super().__init__(service=webdriver.chrome.service.Service("/usr/bin/chromedriver"), options=options)

    def page_script(self, script, *arguments):
        """What the script returns, run among the page's own."""
        return self.execute_script(script, *arguments)

    def save_into(self, folder):
        self.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})

    def page_errors(self):
        """Those since it was asked last."""
        # That a page which nobody touched may not ask before it is left is no fault of the page.
        return [entry["message"] for entry in self.get_log("browser")
                if entry["level"] == "SEVERE" and entry["source"] != "intervention"]

    def resize(self, width, height, zoom=1):
        """A window of this size in the page's own pixels, for the page that is shown."""
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                             {"width": width, "height": height, "deviceScaleFactor": zoom, "mobile": False})

    def look(self, medium="", scheme="light"):
        self.execute_cdp_cmd("Emulation.setEmulatedMedia",
                             {"media": medium, "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def spoken(self):
        """What a screen reader is told of: [role, name] of each part."""
        tree = self.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        return [[node["role"]["value"], node.get("name", {}).get("value", "")] for node in tree if not node.get("ignored")]


class Firefox(webdriver.Remote):
    def __init__(self):
        super().__init__(command_executor=Marionette(), options=webdriver.FirefoxOptions(),
                         file_detector=UselessFileDetector())  # files are there already, nothing is to be sent

    def page_script(self, script, *arguments):
        # A script of the driver sees the window, but no const of the page; one that stands in the page does.
        return self.execute_script("""
            const script = document.createElement("script"), [source, given] = arguments, asked = window;
            asked.given = given;
            script.textContent = `try { window.found = {value: (function () {${source}}).apply(window, window.given)} }
                                  catch (error) { window.found = {error: String(error)} }`;
            document.head.append(script);
            script.remove();
            if ("error" in asked.found) throw new Error(asked.found.error);
            return asked.found.value""", script, list(arguments))

    def browser_script(self, script, *arguments):
        """Run in the browser around the page."""
        self.execute("setContext", {"value": "chrome"})
        try:
            return self.execute_script(
                "const tab = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.browsingContext;"
                + script, *arguments)
        finally:
            self.execute("setContext", {"value": "content"})

    def save_into(self, folder):
        self.browser_script("Services.prefs.setStringPref('browser.download.dir', arguments[0])", str(folder))

    def page_errors(self):
        return self.browser_script("""
            const found = Services.console.getMessageArray().filter((x) => x instanceof Ci.nsIScriptError
                && x.category === 'content javascript' && !(x.flags & Ci.nsIScriptError.warningFlag));
            Services.console.reset();
            return found.map((x) => x.errorMessage)""")

    def resize(self, width, height, zoom=1):
        self.browser_script("tab.fullZoom = arguments[0]", zoom)
        for _ in range(2):  # what stands around the page is known once it has a size
            outer = self.get_window_rect()
            inner = self.execute_script("return [innerWidth, innerHeight]")
            self.set_window_rect(width=round(outer["width"] + (width - inner[0]) * zoom),
                                 height=round(outer["height"] + (height - inner[1]) * zoom))

    def look(self, medium="", scheme="light"):
        self.browser_script("tab.mediumOverride = arguments[0]; tab.prefersColorSchemeOverride = arguments[1]", medium, scheme)

    def quit(self):
        self.command_executor.quit()


class Marionette:
    """Starts Firefox, and gives it the commands of a driver of Selenium's."""

    COMMANDS = {
        "newSession": "NewSession", "get": "Navigate", "getCurrentUrl": "GetCurrentURL", "getTitle": "GetTitle",
        "w3cExecuteScript": "ExecuteScript", "actions": "PerformActions", "clearActionState": "ReleaseActions",
        "findElement": "FindElement", "findElements": "FindElements", "clickElement": "ElementClick",
        "clearElement": "ElementClear", "sendKeysToElement": "ElementSendKeys", "getElementText": "GetElementText",
        "isElementEnabled": "IsElementEnabled", "isElementSelected": "IsElementSelected", "getElementRect": "GetElementRect",
        "getWindowRect": "GetWindowRect", "setWindowRect": "SetWindowRect", "screenshot": "TakeScreenshot",
    }
    PREFERENCES = {"marionette.port": 0, "browser.download.folderList": 2, "browser.download.alwaysOpenPanel": False,
                   "browser.download.always_ask_before_handling_new_types": False, "dom.disable_beforeunload": True}

    def __init__(self):
        self.profile = pathlib.Path(tempfile.mkdtemp(prefix="muwazi-firefox-"))
        (self.profile / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in self.PREFERENCES.items()))
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", self.profile],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(self.quit)
        self.socket = socket.create_connection(("127.0.0.1", self.port()), timeout=120)
        self.answers = self.socket.makefile("rb")
        self.receive()  # what it is
        self.count = 0

    def port(self, seconds=60):
        named, end = self.profile / "MarionetteActivePort", time.monotonic() + seconds
        while time.monotonic() < end and self.process.poll() is None:
            if named.exists() and named.read_text():
                return int(named.read_text())
            time.sleep(0.05)
        raise OSError("Firefox did not start")

    def receive(self):
        length = b""
        while not length.endswith(b":"):
            length += self.answers.read(1)
        return json.loads(self.answers.read(int(length[:-1])))

    def execute(self, command, parameters):
        """As Selenium's connections do it."""
        name = "Marionette:SetContext" if command == "setContext" else f"WebDriver:{self.COMMANDS[command]}"
        self.count += 1
        message = json.dumps([0, self.count, name, {"full": False, **(parameters or {})}]).encode()
        self.socket.sendall(f"{len(message)}:".encode() + message)
        _, _, error, result = self.receive()
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return {"status": 0, "value": result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result}

    def quit(self):
        atexit.unregister(self.quit)
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


BROWSERS = {"chromium": Chromium, "firefox": Firefox}
